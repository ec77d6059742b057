import { escapeIdentifier, escapeLiteral, type ClientBase } from 'pg';
import type { RowAfter, TableChanges } from './change-batch';
import { updateFacts, type Touched } from './update-facts';
import { FEED, FEED_COLUMN, inSchema, listed, REMOVED, type MirroredTable } from './mirrored-table';
import type { StoredFacts } from './facts';

/** Rows that one statement writes. */
const PIECE = 2000;

/** Where the changes of a source go. */
export interface Target {
  readonly client: ClientBase;
  /** Schema of the source. */
  readonly schema: string;
  readonly tables: ReadonlyMap<string, MirroredTable>;
  readonly facts: readonly StoredFacts[];
  /** Rows written to each table since the planner last looked at it. */
  readonly unseen: Map<string, number>;
}

/** Rows after which a table is looked at again: while a source is filled, the planner would go on taking tables for empty. */
const LOOK_AFTER = 5000;

/** Writes changes within the transaction that is open, and the facts that follow from them. */
export async function writeChanges(
  target: Target,
  changes: ReadonlyMap<string, TableChanges>,
): Promise<void> {
  const touched: Touched = new Map();
  for (const [name, { emptied, rows }] of changes) {
    const table = target.tables.get(name);
    if (!table) continue;
    if (emptied) await removeRows(target, table, undefined, touched);
    const removed = [...rows].filter(([, row]) => row === null).map(([id]) => id);
    for (const ids of pieces(removed)) await removeRows(target, table, ids, touched);
    for (const [columns, some] of bySentColumns(table, rows.values())) {
      for (const piece of pieces(some)) await putRows(target, table, columns, piece, touched);
    }
    await noteWritten(target, name, rows.size);
  }
  await updateFacts(target, touched);
}

async function noteWritten({ client, schema, unseen }: Target, table: string, rows: number): Promise<void> {
  const count = (unseen.get(table) ?? 0) + rows;
  unseen.set(table, count < LOOK_AFTER ? count : 0);
  if (count >= LOOK_AFTER) await client.query(`ANALYZE ${inSchema(schema, table)}`);
}

/** Rows that are sent with the same columns: large values that have not changed are left out. */
function bySentColumns(
  { columns }: MirroredTable,
  rows: Iterable<RowAfter>,
): ReadonlyMap<readonly string[], Record<string, unknown>[]> {
  const groups = new Map<string, [readonly string[], Record<string, unknown>[]]>();
  for (const row of rows) {
    if (row === null) continue;
    const sent = columns.filter((_, index) => row[index] !== undefined);
    const key = sent.join();
    const group = groups.get(key) ?? [sent, []];
    groups.set(key, group);
    group[1].push(Object.fromEntries(columns.map((column, index) => [column, row[index]])));
  }
  return new Map(groups.values());
}

async function putRows(
  { client, schema, facts }: Target,
  table: MirroredTable,
  columns: readonly string[],
  rows: readonly Record<string, unknown>[],
  touched: Touched,
): Promise<void> {
  const name = inSchema(schema, table.name);
  const next = `nextval('${inSchema(schema, FEED)}')`;
  const given = `json_populate_recordset(NULL::${name}, $1::json)`;
  const isWhole = columns.length === table.columns.length;
  await client.query({
    // Prepared once: the same statement comes with every batch.
    ...(isWhole && { name: `put ${schema} ${table.name}` }),
    text: isWhole
      ? `INSERT INTO ${name} (${listed(columns)}) SELECT ${listed(columns)} FROM ${given}
         ON CONFLICT (id) DO UPDATE SET (${listed(columns)}, ${FEED_COLUMN}) = ROW (${listed(columns, 'EXCLUDED.')}, EXCLUDED.${FEED_COLUMN})`
      : `UPDATE ${name} AS row SET (${listed(columns)}, ${FEED_COLUMN}) = ROW (${listed(columns, 'given.')}, ${next})
         FROM ${given} AS given WHERE row.id = given.id`,
    values: [JSON.stringify(rows)],
  });
  for (const each of facts) {
    const column = each.table === table.name ? 'id' : columnOfTouch(each, table.name);
    if (column === undefined) continue;
    const ids = touched.get(each) ?? new Set();
    touched.set(each, ids);
    for (const row of rows) if (typeof row[column] === 'string') ids.add(row[column]);
  }
}

const columnOfTouch = ({ touchedBy }: StoredFacts, name: string): string | undefined =>
  touchedBy.find(({ table }) => table === name)?.column;

/** @param ids all rows without it */
async function removeRows(
  { client, schema, facts }: Target,
  table: MirroredTable,
  ids: readonly string[] | undefined,
  touched: Touched,
): Promise<void> {
  const name = inSchema(schema, table.name);
  const returned = facts.map((each) => columnOfTouch(each, table.name)).filter((each) => each !== undefined);
  const { rows } = await client.query<Record<string, string | null>>(
    `WITH gone AS (DELETE FROM ${name} ${ids ? 'WHERE id = ANY ($1::uuid[])' : ''} RETURNING *),
       noted AS (INSERT INTO ${inSchema(schema, REMOVED)} (table_name, id) SELECT ${escapeLiteral(table.name)}, id FROM gone)
     SELECT ${returned.length > 0 ? returned.map(escapeIdentifier).join(', ') : 'NULL AS nothing'} FROM gone ${returned.length > 0 ? '' : 'LIMIT 0'}`,
    ids ? [ids] : [],
  );
  for (const each of facts) {
    const column = columnOfTouch(each, table.name);
    if (column === undefined) continue;
    const ids = touched.get(each) ?? new Set();
    touched.set(each, ids);
    for (const row of rows) if (row[column]) ids.add(row[column]);
  }
}

function* pieces<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let first = 0; first < all.length; first += PIECE) yield all.slice(first, first + PIECE);
}
