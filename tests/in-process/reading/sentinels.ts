import { readScope, type Actor } from '@mtg/access';
import { getNamedType, isObjectType } from 'graphql';
import { SCHEMA } from '../../support/filled-street';
import { ROWS } from '../../support/owned-rows';
import { RowOwners } from '../../support/row-owners';
import type { SequenceStreet } from '../../support/sequence-street';

/** Owner of a text that stands somewhere. */
interface Place {
  readonly type: string;
  readonly column: string;
  readonly id: string;
}

/** Columns that decide whose a row is, and the end of the audit, which is for all to note. */
const DECISIVE = /(?:code|codes|subject|hash)$/iu;
const snake = (name: string): string => name.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);

/** A street whose protected texts are replaced by numbers, each of which stands in one field of one row. */
export class Sentinels {
  readonly #places = new Map<string, Place>();
  /** Fields that the database lets nothing be written into. */
  readonly kept: string[] = [];

  private constructor(
    private readonly street: SequenceStreet,
    private readonly owners: RowOwners,
  ) {}

  static async writeInto(street: SequenceStreet, owners: RowOwners): Promise<Sentinels> {
    const sentinels = new Sentinels(street, owners);
    // Nothing that the database does by itself may get in between, nor refuse it.
    const runner = street.subgraph.database.createQueryRunner();
    try {
      await runner.query('SET session_replication_role = replica');
      const tables = Object.entries(ROWS).map(([type, { table }]) => ({ type, table, key: 'id' }));
      for (const { type, table, key } of [
        ...tables,
        { type: 'AuditEntry', table: 'audit_entry', key: 'sequence' },
      ]) {
        const columns: { name: string; kind: string }[] = await runner.query(
          `SELECT column_name AS name, data_type AS kind FROM information_schema.columns
           WHERE table_name = $1 AND data_type IN ('text', 'character varying', 'ARRAY')`,
          [table],
        );
        for (const field of textsOf(type)) {
          const column = columns.find(({ name }) => name === snake(field));
          if (!column || column.name === key) continue;
          try {
            const base = sentinels.#places.size;
            const value = column.kind === 'ARRAY' ? 'ARRAY[s.mark]' : 's.mark';
            const written: unknown = await runner.query(
              `WITH s AS (SELECT ${key} AS key, '⟦' || (${base} + row_number() OVER (ORDER BY ${key})) || '⟧' AS mark
                 FROM ${table} WHERE ${column.name} IS NOT NULL)
               UPDATE ${table} r SET ${column.name} = ${value} FROM s WHERE r.${key} = s.key
               RETURNING s.mark, r.${key} AS id`,
            );
            const [rows] = written as [{ mark: string; id: unknown }[], number];
            for (const { mark, id } of rows) {
              sentinels.#places.set(mark, { type, column: field, id: String(id) });
            }
          } catch {
            sentinels.kept.push(`${type}.${field}`);
          }
        }
      }
    } finally {
      await runner.query('SET session_replication_role = origin');
      await runner.release();
    }
    return sentinels;
  }

  /** The marks, by the fields of types that they stand in. */
  get all(): ReadonlyMap<string, Place> {
    return this.#places;
  }

  /** The marks in a text; what looks like one and is none is a mistake of the test. */
  static in(text: string): readonly string[] {
    return [...new Set(text.match(/⟦[^⟧]*⟧?/gu))];
  }

  /** The fields of rows whose text was shown to a reader against the table of readers. */
  leaksIn(text: string, actor: Actor | undefined): readonly string[] {
    return Sentinels.in(text).flatMap((mark) => {
      const place = this.#places.get(mark);
      if (!place) return [`${mark} of nothing`];
      return this.reads(actor, place.type, place.id) ? [] : [`${place.type}.${place.column} of ${place.id}`];
    });
  }

  reads(actor: Actor | undefined, type: string, id: string): boolean {
    if (type === 'AuditEntry') return readScope(actor, 'AUDIT', this.street.code).kind === 'ALL';
    return this.owners.readBy(actor, type).idSet.has(id);
  }
}

/** The fields of a type that are text, and nothing but text. */
function textsOf(name: string): readonly string[] {
  const type = SCHEMA.getType(name);
  if (!isObjectType(type)) throw new Error(`there is no ${name}`);
  return Object.values(type.getFields())
    .filter((field) => getNamedType(field.type).name === 'String' && !DECISIVE.test(field.name))
    .map((field) => field.name);
}
