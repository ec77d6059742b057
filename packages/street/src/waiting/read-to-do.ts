import {
  beyond,
  column,
  namedCommand,
  orderSql,
  readCursor,
  readPageArgs,
  restrictionIfAny,
  Statement,
  writeCursor,
  type Ordering,
} from '@mtg/commands';
import { findRule, type Bilingual } from '@mtg/governance';
import type { StreetContext } from '../foundation/street-context';
import { branchesFor, type Branch } from './branches';
import { foreignBranches, type ForeignBranch } from './foreign-things';
import type { ToDo, ToDoItem } from './to-do';

interface ToDoAsked {
  readonly first: number | null;
  readonly after: string | null;
  readonly sample: boolean;
  /** Only things that the caller is responsible for in person. */
  readonly mine: boolean;
}

interface WaitingRow extends Omit<ToDoItem, 'acts' | 'kind' | 'kindName'> {
  readonly branch: number;
}

const by = (property: 'deadline' | 'since', of: typeof DEADLINE | typeof SINCE): Ordering => ({
  column: { ...of, property, expression: (row) => `${row}.${property}` },
  direction: 'ASC',
});
const DEADLINE = column.optional(column.day('时限', 'Deadline'));
const SINCE = column.instant('自何时起', 'Since when');
/** Null is the greatest value: what has no deadline comes last. */
const ORDER: readonly Ordering[] = [by('deadline', DEADLINE), by('since', SINCE)];

const NOTHING: Omit<ToDo, 'complete'> = { total: 0, overdue: 0, items: [], endCursor: null };

/**
 * Things of a street that wait for the caller, by one statement. Each is one that the caller reads, and on which the
 * policy table lets the caller give the command. What waits in the district's books is asked for there.
 */
export async function readToDo(
  context: StreetContext,
  { first, after, sample, mine }: ToDoAsked,
): Promise<ToDo> {
  const { size } = readPageArgs({ first });
  const place = after === null ? undefined : readCursor(after, 'after', ORDER);
  const { actor, owner } = context;
  const branches = actor ? branchesFor(actor, owner) : [];
  const foreign = mine ? [] : await foreignBranches(context, sample);
  const complete = foreign !== undefined;
  const statement = new Statement(context.clock);
  const today = `(${statement.now()} AT TIME ZONE 'Asia/Shanghai')::date`;
  let placeholder: string | undefined;
  // A value that no part of a statement names has no type.
  const isSample = (): string => (placeholder ??= statement.value(sample, 'boolean'));
  const selects = [
    ...branches.flatMap((branch, index) =>
      branchSql(context, statement, branch, { index, today, isSample, mine }),
    ),
    ...(foreign ?? []).map(({ sql }, index) => sql(statement, branches.length + index)),
  ];
  if (selects.length === 0) return { ...NOTHING, complete };
  const things: readonly NamedThing[] = [
    ...branches.map(({ thing, acts }) => ({ ...thing.table.table, acts })),
    ...(foreign ?? []),
  ];
  const row = statement.alias();
  const onPage = place ? `WHERE ${beyond(statement, row, ORDER, place, 'AFTER')}` : '';
  const [answer]: readonly { total: number; overdue: number; rows: WaitingRow[] }[] =
    await context.database.query(
      `WITH waiting AS MATERIALIZED (${selects.join('\nUNION ALL ')})
       SELECT count(*)::int AS total, (count(*) FILTER (WHERE deadline < ${today}))::int AS overdue,
         (SELECT coalesce(json_agg(page), '[]') FROM (
           SELECT ${row}.branch, ${row}.id, left(${row}.title, 200) AS title, ${row}.state, ${row}.deadline,
             coalesce(${row}.deadline < ${today}, false) AS overdue,
             to_char(${row}.since AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS since
           FROM waiting ${row} ${onPage}
           ORDER BY ${orderSql(statement, row, ORDER, false)} LIMIT ${statement.value(size + 1)}) page) AS rows
       FROM waiting`,
      statement.values,
    );
  const { total, overdue, rows } = answer ?? { total: 0, overdue: 0, rows: [] };
  const items = rows.slice(0, size).flatMap((each) => itemOf(each, things[each.branch]));
  const last = items.at(-1);
  return {
    total,
    overdue,
    complete,
    items,
    endCursor:
      last && rows.length > size
        ? writeCursor(ORDER, { values: [last.deadline, last.since], id: last.id })
        : null,
  };
}

/** SQL of the rows of a branch; none where the caller does not read the table. */
function branchSql(
  context: StreetContext,
  statement: Statement,
  { thing, reach, where, notBy }: Branch,
  {
    index,
    today,
    isSample,
    mine,
  }: {
    readonly index: number;
    readonly today: string;
    readonly isSample: () => string;
    readonly mine: boolean;
  },
): readonly string[] {
  const { table } = thing.table;
  const restriction = restrictionIfAny(context, table);
  const place = reach.kind === 'OF' ? thing.place?.[reach.by] : undefined;
  // A row without such a place does not wait for those who act for one.
  if (!restriction || (reach.kind === 'OF' && !place)) return [];
  if (mine && !thing.responsible) return [];
  const row = statement.alias();
  const conditions = [
    `${row}.deleted_at IS NULL`,
    `${row}.sample = ${isSample()}`,
    where(row, today),
    place && reach.kind === 'OF' ? `${place(row)} = ${statement.value(reach.value)}` : undefined,
    notBy && context.actor ? `${notBy(row)} <> ${statement.value(context.actor.subject)}` : undefined,
    mine && thing.responsible && context.actor
      ? `${thing.responsible(row)} = ${statement.value(context.actor.subject)}`
      : undefined,
    restriction(statement, row),
  ];
  const title = thing.title?.(row) ?? table.trace?.title.replaceAll(/^(\w+)$/gu, `${row}.$1`) ?? "''";
  return [
    `SELECT ${index} AS branch, ${row}.id, (${title})::text AS title,
       ${'state' in table.columns ? `${row}.state` : 'NULL'}::text AS state,
       (${thing.deadline?.(row) ?? 'NULL'})::date AS deadline, ${thing.since?.(row) ?? `${row}.updated_at`} AS since
     FROM ${table.sqlName} ${row} WHERE ${conditions.filter((each) => each !== undefined).join(' AND ')}`,
  ];
}

/** Rows of one kind, as a list calls them. */
type NamedThing = Pick<ForeignBranch, 'name' | 'label' | 'acts'>;

function itemOf(row: WaitingRow, thing: NamedThing | undefined): readonly ToDoItem[] {
  if (!thing) return [];
  const { name, label, acts } = thing;
  return [
    {
      id: row.id,
      state: row.state,
      deadline: row.deadline,
      overdue: row.overdue,
      since: row.since,
      kind: name,
      kindName: inBoth(label),
      title: OF_RULES.has(name) ? withRule(row.title) : row.title,
      acts: acts.map(({ command }) => namedCommand(command)),
    },
  ];
}

const inBoth = ({ zh, en }: Bilingual): string => `${zh} · ${en}`;

/** Things that are called by a rule and its period. */
const OF_RULES: ReadonlySet<string> = new Set(['Judgement', 'RuleFinding', 'FindingAnswer']);

/** A duty is called by the name of its rule and the period. */
function withRule(title: string): string {
  const [code = '', period = ''] = title.split(' ');
  const rule = findRule(code);
  return rule ? `${rule.name.zh} ${period}` : title;
}
