import { snakeCase, type Class, type SharedTable } from '@mtg/subgraph-kit';
import { isDeclared } from './declared-tables';

/** Columns that leave a subgraph, as its tables declare them. @param classes the entities of the subgraph */
export const sharedTables = (classes: readonly Class[]): readonly SharedTable[] =>
  classes
    .filter(isDeclared)
    .filter(({ table }) => table.shared.length > 0)
    .map(({ table }) => ({
      table: table.sqlName,
      columns: ['id', ...table.shared.filter((property) => property !== 'id').map(snakeCase)],
    }));
