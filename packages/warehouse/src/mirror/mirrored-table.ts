import { escapeIdentifier } from 'pg';
import type { PublishedColumn, PublishedTable } from '../source/published-table';
import type { StoredFacts } from './facts';

/** A published table as the warehouse keeps it. */
export interface MirroredTable {
  readonly name: string;
  /** Names of the columns that the source sends, in its order. */
  readonly columns: readonly string[];
  readonly published: PublishedTable;
  readonly facts: StoredFacts['columns'];
}

export const mirroredTables = (
  published: readonly PublishedTable[],
  facts: readonly StoredFacts[],
): readonly MirroredTable[] => {
  const columnsOf = new Map(published.map(({ name, columns }) => [name, columns.map((each) => each.name)]));
  return published.map((table) => ({
    name: table.name,
    columns: columnsOf.get(table.name) ?? [],
    published: table,
    facts: facts
      .filter((each) => each.table === table.name)
      .flatMap(({ columns }) => columns)
      .filter(({ needs }) =>
        Object.entries(needs).every(([name, needed]) =>
          needed.every((column) => columnsOf.get(name)?.includes(column)),
        ),
      ),
  }));
};

/** Quoted name of a table in the schema of its source. */
export const inSchema = (schema: string, table: string): string =>
  `${escapeIdentifier(schema)}.${escapeIdentifier(table)}`;

/** Names of columns, quoted and listed. */
export const listed = (columns: readonly string[], prefix = ''): string =>
  columns.map((column) => `${prefix}${escapeIdentifier(column)}`).join(', ');

/** Column of each copied table with the position of the row's last change. Sources have a column `position` of their own. */
export const FEED_COLUMN = 'feed_position';

/** Sequence of a source's schema from which each written row takes its position. */
export const FEED = 'feed';

/** Rows that the source has removed. */
export const REMOVED = 'removed_row';

/** SQL of the last position given out. One writer gives them out, so within its transaction it is that of the last row. */
export const lastPosition = (schema: string): string => `(SELECT last_value FROM ${inSchema(schema, FEED)})`;

/** Statements that make the schema of a source with empty tables. @param first position of its first row */
export function createSchema(schema: string, tables: readonly MirroredTable[], first: bigint): string {
  const next = `nextval('${inSchema(schema, FEED)}')`;
  return [
    `CREATE SCHEMA ${escapeIdentifier(schema)}`,
    `CREATE SEQUENCE ${inSchema(schema, FEED)} START WITH ${first}`,
    `CREATE TABLE ${inSchema(schema, REMOVED)} (
      position bigint PRIMARY KEY DEFAULT ${next},
      table_name text NOT NULL,
      id uuid NOT NULL,
      removed_at timestamptz NOT NULL DEFAULT now()
    )`,
    ...tables.map(({ name, published, facts }) => {
      const columns = [...published.columns, ...facts].map(
        (column) => `${escapeIdentifier(column.name)} ${column.type}`,
      );
      return `CREATE TABLE ${inSchema(schema, name)} (${columns.join(', ')}, ${FEED_COLUMN} bigint NOT NULL DEFAULT ${next})`;
    }),
  ].join(';\n');
}

/** True for a column that people page by: a page begins at an index. By other columns it is found among all rows (ADR 19). */
const isPagedBy = ({ name, type }: PublishedColumn): boolean =>
  type === 'date' || name === 'number' || name === 'created_at';

/** Statements that add the key and the feed's index, once the rows are there. */
export const createIndexes = (schema: string, tables: readonly MirroredTable[]): string =>
  tables
    .flatMap(({ name, columns, published }) => [
      `ALTER TABLE ${inSchema(schema, name)} ADD PRIMARY KEY (id)`,
      `CREATE INDEX ON ${inSchema(schema, name)} (${FEED_COLUMN})`,
      // Facts are looked up by what a row names, the first or last of them by its id; and so are joins of a report.
      ...columns
        .filter((column) => column.endsWith('_id'))
        .map((column) => `CREATE INDEX ON ${inSchema(schema, name)} (${escapeIdentifier(column)}, id)`),
      ...published.columns
        .filter(isPagedBy)
        .map((column) => `CREATE INDEX ON ${inSchema(schema, name)} (${escapeIdentifier(column.name)}, id)`),
    ])
    .join(';\n');
