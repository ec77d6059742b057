import { FIELD_GROUPS, readScope, type Actor, type FieldGroup } from '@mtg/access';
import { EVERYBODY, type Caller } from './everybody';
import type { Selected } from './commands';
import { ROWS } from './owned-rows';
import type { SequenceStreet } from './sequence-street';

/** The table of readers for an actor, as one text. Actors with the same text read the same. */
const readingOf = (actor: Actor | undefined, street: string): string =>
  JSON.stringify(
    (Object.keys(FIELD_GROUPS) as FieldGroup[]).map((group) => ({
      ...readScope(actor, group, street),
      message: undefined,
    })),
  );

/** One of each of those who read the same in a street, numbered for `inTurn`. */
export const distinctReaders = (
  readers: readonly Caller[],
  street: string,
): readonly (Caller & { readonly turn: number })[] =>
  [...new Map(readers.map((each) => [readingOf(each.actor, street), each])).values()].map((reader, turn) => ({
    ...reader,
    turn,
  }));

/** A row of the database, with whose it is. */
interface OwnedRow {
  readonly id: string;
  readonly isGone: boolean;
  readonly isHidden: boolean;
  readonly owners: Readonly<Record<string, readonly string[] | null>>;
  /** The row as which this one is read, if it is read as another. */
  readonly as: { readonly type: string; readonly id: string } | undefined;
}

/** Rows of a kind that an actor reads, or the reason for none. */
export interface Expected {
  readonly code?: string;
  /** In the order of their ids. */
  readonly ids: readonly string[];
  /** Those among them that are no tombstones. */
  readonly inForce: readonly string[];
  /** The same as `ids`, to ask for one. */
  readonly idSet: ReadonlySet<string>;
}

/** Rows by their types as the database has them, and who reads which by the table of readers. */
export class RowOwners {
  /** By actor and type: walks ask for each row that an answer shows. */
  readonly #read = new Map<Actor | undefined, Map<string, Expected>>();

  private constructor(
    private readonly street: string,
    private readonly rows: ReadonlyMap<string, readonly OwnedRow[]>,
  ) {}

  static async read({ code, sql }: SequenceStreet): Promise<RowOwners> {
    const found = new Map<string, readonly OwnedRow[]>();
    for (const [type, entry] of Object.entries(ROWS)) {
      const { table, COMMUNITY, CENTER, DEPARTMENT, AUTHOR, as = {}, hidden } = entry;
      const owners = { COMMUNITY, CENTER, DEPARTMENT, AUTHOR };
      const columns = Object.entries(owners).map(([kind, array = 'NULL::text[]']) => `${array} AS "${kind}"`);
      const asOthers = Object.entries(as).map(
        ([other, column]) => `WHEN r.${column} IS NOT NULL THEN '${other} ' || r.${column}`,
      );
      const asOther = asOthers.length > 0 ? `CASE ${asOthers.join(' ')} END` : 'NULL::text';
      const all = await sql(
        `SELECT r.id, r.deleted_at, ${hidden?.when ?? 'false'} AS is_hidden, ${asOther} AS as_other, ${columns.join(', ')} FROM ${table} r ORDER BY r.id`,
      );
      found.set(type, all.map(ownedRow));
    }
    return new RowOwners(code, found);
  }

  idsOf(type: string): readonly string[] {
    return (this.rows.get(type) ?? []).map(({ id }) => id);
  }

  /** Rows of a kind that the table of readers gives to an actor. */
  readBy(actor: Actor | undefined, type: string): Expected {
    const ofActor = this.#read.get(actor) ?? new Map<string, Expected>();
    this.#read.set(actor, ofActor);
    const known = ofActor.get(type) ?? this.#findReadBy(actor, type);
    ofActor.set(type, known);
    return known;
  }

  #findReadBy(actor: Actor | undefined, type: string): Expected {
    const entry = ROWS[type];
    if (!entry) throw new Error(`no owner is stated for ${type}`);
    const scope = readScope(actor, entry.group, this.street);
    if (scope.kind === 'NONE') return { code: scope.code, ids: [], inForce: [], idSet: new Set() };
    const values = scope.kind === 'SOME' ? Object.entries(scope.of) : [];
    const own = (this.rows.get(type) ?? []).filter(({ owners, as, isHidden }) => {
      if (isHidden && !entry.hidden?.roles.some((role) => role === actor?.role)) return false;
      if (as) return this.readBy(actor, as.type).idSet.has(as.id);
      return scope.kind === 'ALL' || values.some(([kind, value]) => (owners[kind] ?? []).includes(value));
    });
    const ids = own.map(({ id }) => id);
    return {
      ids,
      idSet: new Set(ids),
      inForce: own.filter(({ isGone }) => !isGone).map(({ id }) => id),
    };
  }

  /** True if the table narrows any reader of a kind to some of its rows by this. */
  static narrows(type: string, kind: string, street: string): boolean {
    const entry = ROWS[type];
    const scopes = entry ? EVERYBODY.map(({ actor }) => readScope(actor, entry.group, street)) : [];
    return scopes.some((scope) => scope.kind === 'SOME' && Object.hasOwn(scope.of, kind));
  }
}

const ownedRow = ({
  id,
  deleted_at: deletedAt,
  is_hidden: isHidden,
  as_other: asOther,
  ...owners
}: Selected): OwnedRow => {
  const [type = '', other = ''] = String(asOther ?? '').split(' ');
  return {
    id: String(id),
    isGone: deletedAt !== null,
    isHidden: isHidden === true,
    owners,
    as: other === '' ? undefined : { type, id: other },
  };
};
