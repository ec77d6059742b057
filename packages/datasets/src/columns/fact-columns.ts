import type { DerivedColumn, FollowingFact } from '@mtg/commands';
import { snakeCase } from '@mtg/subgraph-kit';
import type { Catalogue } from '../sources/catalogue';
import type { DatasetColumn } from '../model/dataset';
import { labelsIn, type SourceTable } from '../sources/source-table';
import { makeColumn } from './column-builder';

/** The derived columns of a table that analysts get. */
export const factColumns = (catalogue: Catalogue, source: SourceTable): readonly DatasetColumn[] =>
  Object.entries(source.table.derived).flatMap(([property, column]) =>
    column.fact ? [factColumn(catalogue, source, property, column)] : [],
  );

function factColumn(
  catalogue: Catalogue,
  source: SourceTable,
  property: string,
  column: DerivedColumn,
): DatasetColumn {
  const { fact, sql, nullable, zh, en } = column;
  if (sql === 'numeric') throw new Error(`${source.table.name}.${property} is an amount, which no fact is`);
  const { sqlName } = source.table;
  const name = snakeCase(property);
  const description = { zh, en };
  const isTime = sql === 'date' || sql === 'timestamptz';
  const role = isTime ? 'TIME' : sql === 'int' ? 'FACT' : 'DIMENSION';
  const common = { name, sql, nullable, ...labelsIn(description), description, role } as const;
  if (fact?.kind === 'FOLLOWING') {
    requireShared(source, property, fact);
    return makeColumn({
      ...common,
      needs: [{ table: sqlName, columns: fact.from.map(snakeCase) }],
      expression: (row) => fact.sql(row, () => 'now()'),
    });
  }
  for (const { table, columns } of fact?.reads ?? []) {
    const shared = catalogue.ofName(table)?.table.shared.map(snakeCase) ?? [];
    const missing = columns.find((each) => !shared.includes(each));
    if (missing !== undefined) {
      throw new Error(`${source.table.name}.${property} reads ${table}.${missing}, which is not shared`);
    }
  }
  return makeColumn({
    ...common,
    needs: [{ table: sqlName, columns: [name] }],
    expression: (row) => `${row}.${name}`,
  });
}

/** @throws Error for a fact that follows from what stays in the street */
function requireShared({ table }: SourceTable, property: string, { from }: FollowingFact): void {
  const open = (each: string): boolean =>
    table.shared.includes(each) || table.derived[each]?.fact?.kind === 'STORED';
  const missing = from.find((each) => !open(each));
  if (missing !== undefined) {
    throw new Error(`${table.name}.${property} follows from ${missing}, which is not shared`);
  }
}
