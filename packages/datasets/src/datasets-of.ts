import { snakeCase } from '@mtg/subgraph-kit';
import type { Catalogue } from './sources/catalogue';
import { columnsAt, targetOf } from './columns/columns-at';
import { COMMON_WORDS, feedColumns, RESERVED, sourceColumns } from './columns/common-columns';
import type { Position } from './columns/column-builder';
import { factColumns } from './columns/fact-columns';
import type { Joined } from './columns/name-columns';
import { positionOf } from './columns/reference-columns';
import type { ComputedRows, Dataset, DatasetColumn, Join } from './model/dataset';
import { measuresOf } from './measures/measures';
import { pluralOf } from './model/names';
import { computedLists } from './sources/computed-lists';
import type { SourceTable } from './sources/source-table';
import type { DatasetStatement } from './model/statement';
import { STATEMENTS } from './statements';
import { FUNCTIONAL_CENTER } from './statements/tables';

/** Columns that stand behind those that tell of a row. The chart of `/bi/` begins with the first time. */
const LATE: readonly string[] = ['citation', 'createdAt', 'importedAt', 'updatedAt', 'deletedAt', 'version'];
/** Columns that stand at a place of their own. */
const PLACED: ReadonlySet<string> = new Set(['id', 'sample', ...LATE]);

/**
 * The datasets of all tables that share columns, by name: those that the schema shows, or a statement describes; and those of
 * lists that are computed.
 */
export const datasetsOf = (catalogue: Catalogue): readonly Dataset[] =>
  [
    ...catalogue.tables
      .filter(({ table, row }) => row.zh !== '' || STATEMENTS[table.sqlName] !== undefined)
      .map((source) => datasetOf(catalogue, source, STATEMENTS[source.table.sqlName] ?? {})),
    ...computedLists(catalogue).map(({ source, rows, statement }) =>
      computedDataset(datasetOf(catalogue, source, statement), rows),
    ),
  ].toSorted((a, b) => (a.name < b.name ? -1 : 1));

/** A dataset whose rows are computed: where they cannot be, there is none, so that no column of its own lacks anything. */
const computedDataset = (dataset: Dataset, rows: ComputedRows): Dataset => ({
  ...dataset,
  rows,
  columns: dataset.columns.map((column) => ({
    ...column,
    needs: column.needs.some(({ table }) => table === dataset.table) ? rows.needs : column.needs,
  })),
});

function datasetOf(catalogue: Catalogue, source: SourceTable, statement: DatasetStatement): Dataset {
  const { table, owner, list } = source;
  const row: Position = { source, joins: [], needs: [], prefix: '' };
  const without = new Set(statement.without ?? []);
  const own = (properties: readonly string[]): readonly Joined[] =>
    properties
      .filter((property) => !without.has(property))
      .flatMap((property) => source.columns.get(property) ?? [])
      .map((column) => {
        const prefix = RESERVED.has(column.name) ? `${table.sqlName}_` : '';
        return columnsAt(catalogue, { ...row, prefix }, column, statement);
      });
  const told = [...source.columns.keys()].filter((property) => !PLACED.has(property));
  const via = viaColumns(catalogue, row, statement.via ?? {});
  const joined = [...own(['id', ...told]), ...via, ...own(LATE)];
  const late = new Set(LATE.map(snakeCase));
  const columns = joined.flatMap((each) => each.columns);
  const all = [
    ...sourceColumns('', ''),
    ...columns.filter(({ name }) => !late.has(name)),
    ...factColumns(catalogue, source),
    ...(statement.columns ?? []),
    ...columns.filter(({ name }) => late.has(name)),
    ...feedColumns(source),
  ].map((column) => reworded(column, statement));
  const further = table.sqlName === FUNCTIONAL_CENTER ? catalogue.localCenters : [];
  const title = { zh: statement.zh ?? list.zh, en: statement.en ?? list.en };
  return {
    name: statement.name ?? (table.many === table.name ? pluralOf(table.sqlName) : snakeCase(table.many)),
    type: statement.type ?? table.name,
    ...title,
    owner,
    group: table.group,
    table: table.sqlName,
    furtherTables: further.map((each) => each.table.sqlName),
    joins: merged(joined.flatMap(({ joins }) => joins)),
    columns: all.map((column) => ({ ...column, nullable: column.nullable || isLacking(further, column) })),
    measures: [...measuresOf(title, statement.unit ?? '条', all), ...(statement.measures ?? [])],
  };
}

/** Columns of rows that this one refers to. */
const viaColumns = (
  catalogue: Catalogue,
  row: Position,
  via: NonNullable<DatasetStatement['via']>,
): readonly Joined[] =>
  Object.entries(via).flatMap(([property, further]) => {
    const column = row.source.columns.get(property);
    const target = column && targetOf(catalogue, row, column);
    if (!target) throw new Error(`${row.source.table.name}.${property} leads to no shared table`);
    return further.map((each): Joined => {
      const found = target.columns.get(each);
      if (!found) throw new Error(`${target.table.name}.${each} is not shared`);
      const stem = column.name.replace(/_id$/, '');
      const prefix = row.source.columns.has(each) ? `${stem}_` : '';
      return columnsAt(catalogue, positionOf(catalogue, row, column, target, prefix), found);
    });
  });

/** True if rows of further tables may have no such value. */
const isLacking = (further: readonly SourceTable[], { property, needs }: DatasetColumn): boolean =>
  needs.length > 0 && further.some(({ columns }) => columns.get(property)?.nullable ?? true);

/** Each join once, with all columns that are read of it. */
function merged(joins: readonly Join[]): readonly Join[] {
  const byAlias = new Map<string, Join>();
  for (const join of joins) {
    const columns = [...new Set([...(byAlias.get(join.alias)?.columns ?? []), ...join.columns])];
    byAlias.set(join.alias, { ...join, columns });
  }
  return [...byAlias.values()];
}

const reworded = (column: DatasetColumn, { labels, descriptions }: DatasetStatement): DatasetColumn => ({
  ...column,
  ...(labels?.[column.name] ?? COMMON_WORDS[column.name]?.label),
  description: descriptions?.[column.name] ?? COMMON_WORDS[column.name]?.description ?? column.description,
});
