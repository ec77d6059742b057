import { isDeclared, type TableClass } from '@mtg/commands';
import type { PresentSource, StoredFacts } from '@mtg/datasets';
import { snakeCase, type Class } from '@mtg/subgraph-kit';
import type { TestDatabase } from './test-database';

/** Column of the copies with the position in the feed; body members share one named `position`. */
const FEED = 'feed_position';

/** A subgraph whose shared tables are copied. */
export interface CopiedSubgraph extends Pick<PresentSource, 'schema' | 'code' | 'title'> {
  readonly entities: readonly Class[];
  /** Tables and columns that it does not have yet. */
  readonly lacks?: (table: string, column?: string) => boolean;
}

/** Makes the tables of a copy from the declarations: what is shared, the stored facts and the position. */
export async function createCopies(
  warehouse: TestDatabase,
  { schema, code, title, entities, lacks = () => false }: CopiedSubgraph,
  facts: readonly StoredFacts[],
): Promise<PresentSource> {
  const tables = new Map<string, ReadonlySet<string>>();
  await warehouse.query(`CREATE SCHEMA ${schema}`);
  const shared = [...new Set(entities)].filter(isDeclared).filter(({ table }) => table.shared.length > 0);
  for (const { table } of shared.filter((each) => !lacks(each.table.sqlName))) {
    const columns = columnsOf(table, facts).filter(([name]) => !lacks(table.sqlName, name));
    const listed = columns.map(([name, type]) => `${name} ${type}${name === 'id' ? ' PRIMARY KEY' : ''}`);
    await warehouse.query(`CREATE TABLE ${schema}.${table.sqlName} (${listed.join(', ')})`);
    tables.set(table.sqlName, new Set(columns.map(([name]) => name)));
  }
  return { schema, code, title, feed: FEED, stale: 'false', tables };
}

const columnsOf = (
  { sqlName, shared, readable }: TableClass['table'],
  facts: readonly StoredFacts[],
): readonly (readonly [name: string, type: string])[] => {
  const stored = facts.find(({ table }) => table === sqlName)?.columns ?? [];
  return [
    ...shared.map((property) => [snakeCase(property), readable.get(property)?.sql ?? ''] as const),
    ...stored.map(({ name, type }) => [name, type] as const),
    [FEED, 'bigint NOT NULL'],
  ];
};

/** An id with this last part. */
export const idOf = (last: number): string => `019a0000-0000-7000-8000-${String(last).padStart(12, '0')}`;

type Values = Readonly<Record<string, string | number | boolean | null>>;

/** Inserts a row of a copy. @param table with its schema */
export async function insertCopied(
  warehouse: TestDatabase,
  table: string,
  { id, position = 1, ...row }: Values & { readonly id: number; readonly position?: number },
): Promise<void> {
  const all: Values = { id: idOf(id), [FEED]: position, ...row };
  const values = Object.values(all).map((value) =>
    typeof value === 'string' ? `'${value}'` : String(value),
  );
  await warehouse.query(
    `INSERT INTO ${table} (${Object.keys(all).join(', ')}) VALUES (${values.join(', ')})`,
  );
}
