import { escapeIdentifier } from 'pg';
import type { DataSource } from 'typeorm';
import { PREPARATION_LOCK } from '../database/migrate';
import { recordStart } from './database-start';
import { dropSlots } from './drop-slots';
import { dropStream, makeStream } from './stream-functions';
import { dropPublication, lockForPublication, publish } from '../database/publication';
import type { SharedTable } from '../database/shared-table';
import type { WarehouseLogin } from './warehouse-login';
import { admitWarehouse, dismissOthers } from './warehouse-role';

/**
 * Publishes the shared columns for the district's warehouse, and lets its role read them: the rows by grants, and their changes by
 * functions. Without such a role nothing is published, and the role that was used before can no longer log in.
 *
 * @param owner connected as the owner of the database, after the migrations
 * @returns true if the publication was made, altered or dropped
 * @throws ConfigurationError when the role may do more than read shared columns, or cannot be made
 */
export async function shareTables(
  owner: DataSource,
  subgraph: string,
  tables: readonly SharedTable[],
  warehouse: WarehouseLogin | undefined,
): Promise<boolean> {
  const reader = tables.length > 0 ? warehouse : undefined;
  const hasChanged = await owner.transaction(async (manager) => {
    await manager.query('SELECT pg_advisory_xact_lock($1)', [PREPARATION_LOCK]);
    if (reader) await lockForPublication(manager, tables);
    await recordStart(manager);
    await dismissOthers(manager, subgraph, reader?.role);
    if (!reader) {
      await dropStream(manager);
      return (await dropPublication(manager)) !== undefined;
    }
    await admitWarehouse(manager, subgraph, reader, tables);
    await makeStream(manager, escapeIdentifier(reader.role));
    return publish(manager, tables);
  });
  if (!reader) await dropSlots(owner);
  return hasChanged;
}
