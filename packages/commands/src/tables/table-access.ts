import type { TableAccessList } from '@mtg/subgraph-kit';
import type { TableSet } from './table-set';

/** Privileges of the serving role on each table of a set, by its name in SQL. */
export const tableAccessOf = ({ tables }: TableSet): TableAccessList =>
  Object.fromEntries(tables.map(({ table }) => [table.sqlName, table.writes]));
