import type { DataSource } from 'typeorm';
import { ReferenceLoad } from '../reference/reference-load';
import { ReferenceRow } from '../reference/reference-row';

/** What the role that serves may do with the rows of a table; who prepares the database may do everything. */
export type TableAccess = 'READ_ONLY' | 'APPEND_ONLY' | 'WORK' | 'PURGEABLE';

/** The access of each table by its name in SQL. */
export type TableAccessList = Readonly<Record<string, TableAccess>>;

/**
 * As PostgreSQL names them. Work rows end, they are not deleted; and the serving role never empties a table, makes a
 * trigger on it or points a foreign key to it.
 */
export const PRIVILEGES: Readonly<Record<TableAccess, readonly string[]>> = {
  READ_ONLY: ['SELECT'],
  APPEND_ONLY: ['SELECT', 'INSERT'],
  WORK: ['SELECT', 'INSERT', 'UPDATE'],
  PURGEABLE: ['SELECT', 'INSERT', 'DELETE'],
};

/** What the kit itself keeps. */
const OF_THE_KIT: TableAccessList = {
  subgraph_identity: 'READ_ONLY',
  schema_migration: 'READ_ONLY',
  storage_probe: 'APPEND_ONLY',
};

/**
 * The access of every table that a subgraph knows: what it declares comes first, reference rows are read only, any
 * other entity is a work row. A table that is neither an entity nor declared is not in the list, and nobody but its
 * owner gets at it.
 */
export function tableAccess(database: DataSource, declared: TableAccessList = {}): TableAccessList {
  const entities = database.entityMetadatas
    .filter(({ tableType }) => tableType === 'regular' || tableType === 'junction')
    .map(({ tableName, target }): [string, TableAccess] => [
      tableName,
      isReference(target) ? 'READ_ONLY' : 'WORK',
    ]);
  return { ...Object.fromEntries(entities), ...OF_THE_KIT, ...declared };
}

const isReference = (target: unknown): boolean =>
  target === ReferenceLoad || (typeof target === 'function' && target.prototype instanceof ReferenceRow);
