import { createHash } from 'node:crypto';
import type { Logger } from '@mtg/service-kit';
import { Client } from 'pg';
import type { StoredFacts } from './mirror/facts';
import { Mirror } from './mirror/mirror';
import { VIEWS_LOCK, type RecreateViews } from './mirror/swap-copy';
import { makeViews, type NamedSource, type ViewsOver } from './views/make-views';

/** A source and where it is. */
export interface WarehouseSource extends NamedSource {
  /** Connection URL with the role that reads what the source shares. */
  readonly url: string;
}

export interface WarehouseOptions {
  /** Connection URL of the warehouse, as its owner; its migrations have run. */
  readonly databaseUrl: string;
  readonly sources: readonly WarehouseSource[];
  readonly facts: readonly StoredFacts[];
  readonly viewsOver: ViewsOver;
  readonly logger: Logger;
}

/** A warehouse that follows its sources. */
export interface RunningWarehouse {
  stop(): Promise<void>;
}

/**
 * Makes the views and follows every source until it is stopped. A source that is away stops no other.
 *
 * @throws Error when the warehouse itself cannot be reached
 */
export async function startWarehouse(options: WarehouseOptions): Promise<RunningWarehouse> {
  const { databaseUrl, sources, facts, viewsOver, logger } = options;
  const recreateViews: RecreateViews = (warehouse) => makeViews(warehouse, sources, viewsOver);
  const slot = await prepare(databaseUrl, recreateViews);
  const mirrors = sources.map(
    ({ name, url }) =>
      new Mirror({ name, sourceUrl: url, warehouseUrl: databaseUrl, slot, facts, recreateViews, logger }),
  );
  for (const mirror of mirrors) mirror.start();
  return {
    stop: async () => {
      await Promise.all(mirrors.map((mirror) => mirror.stop()));
    },
  };
}

/** @returns the name of this warehouse's slot at each source; those of two warehouses differ */
async function prepare(databaseUrl: string, recreateViews: RecreateViews): Promise<string> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [VIEWS_LOCK]);
    await recreateViews(client);
    await client.query('COMMIT');
    const { rows } = await client.query<{ identity: string }>(
      `SELECT system_identifier || ' ' || oid AS identity FROM pg_control_system(), pg_database WHERE datname = current_database()`,
    );
    const digest = createHash('sha256')
      .update(rows[0]?.identity ?? '')
      .digest('hex');
    return `warehouse_${digest.slice(0, 12)}`;
  } finally {
    await client.end();
  }
}
