import type { Logger, Phase } from '@mtg/service-kit';
import type { DataSource } from 'typeorm';
import { claimDatabase, requireClaim } from '../database/claim';
import { grantRuntime } from '../database/grants';
import { migrate } from '../database/migrate';
import type { RuntimeLogin } from '../database/runtime-login';
import { requireRuntimeRole } from '../database/runtime-role';
import { createStorageProbe } from '../database/storage-probe';
import { tableAccess } from './access-of-tables';
import { recreateViews } from '../database/views';
import { loadReferenceSets } from '../reference/load';
import { shareTables } from '../sharing/share-tables';
import type { WarehouseLogin } from '../sharing/warehouse-login';
import type { SubgraphDefinition } from './definition';

/** Parts of a subgraph that its database is prepared for. */
type Prepared = Pick<SubgraphDefinition, 'name' | 'referenceSets' | 'shared' | 'tableAccess' | 'views'>;

interface Observer {
  readonly logger: Pick<Logger, 'info'>;
  readonly onPhase?: (phase: Phase) => void;
}

/**
 * Brings a database to what a subgraph needs: claims it, migrates it, loads the reference data, and lets the role that
 * serves do what it may.
 *
 * @param owner connected as the owner of the database
 * @throws ConfigurationError when the database is another subgraph's, or the role that serves is not fit to
 */
export async function prepareDatabase(
  owner: DataSource,
  definition: Prepared,
  runtime: RuntimeLogin,
  { logger, onPhase }: Observer,
  warehouse?: WarehouseLogin,
): Promise<void> {
  onPhase?.('migrating');
  await claimDatabase(owner, definition.name);
  const migrations = await migrate(owner);
  logger.info({ migrations }, `迁移完成 · migrations run: ${migrations.length}`);
  const views = await recreateViews(owner, definition.views ?? []);
  if (views.length > 0) logger.info({ views }, '视图已更新 · views recreated');

  onPhase?.('loading');
  const loaded = await loadReferenceSets(owner, definition.referenceSets());
  const changed = [...loaded].filter(([, { inserted, updated }]) => inserted + updated > 0);
  logger.info({ changed: Object.fromEntries(changed) }, '参考数据已装载 · reference data loaded');

  await createStorageProbe(owner.manager);
  await grantRuntime(owner, definition.name, runtime, tableAccess(owner, definition.tableAccess));
  if (await shareTables(owner, definition.name, definition.shared ?? [], warehouse))
    logger.info({ published: warehouse !== undefined }, '共享内容已更新 · publication updated');
}

/**
 * Makes sure that a database is the one that was prepared, and that who is connected may serve from it.
 *
 * @throws ConfigurationError when it is another one, or the role may do more than serve
 */
export async function requireReadiness(database: DataSource, definition: Prepared): Promise<void> {
  await requireRuntimeRole(database, tableAccess(database, definition.tableAccess));
  await requireClaim(database, definition.name, 'DATABASE_URL');
}
