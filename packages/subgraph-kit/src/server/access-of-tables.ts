import type { DataSource } from 'typeorm';
import type { TableAccess, TableAccessList } from '../database/table-access';
import { ReferenceLoad } from '../reference/reference-load';
import { ReferenceRow } from '../reference/reference-row';

/** Tables of the kit itself. */
const OF_THE_KIT: TableAccessList = {
  subgraph_identity: 'READ_ONLY',
  schema_migration: 'READ_ONLY',
  storage_probe: 'APPEND_ONLY',
};

/**
 * The access of every table that a subgraph knows: what it declares comes first, reference rows are read only, any
 * other entity is a work row. A table that is neither an entity nor declared is not in the list, so that only its
 * owner has access.
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
