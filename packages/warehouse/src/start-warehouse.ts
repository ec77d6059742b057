import { createHash } from 'node:crypto';
import type { Logger } from '@mtg/service-kit';
import { Client } from 'pg';
import type { StoredFacts } from './mirror/facts';
import { Mirror } from './mirror/mirror';
import type { MakeViews } from './mirror/swap-copy';

export interface WarehouseOptions {
  /** Connection URL of the warehouse, as its owner; its migrations have run. */
  readonly databaseUrl: string;
  /** Connection URLs of the sources by name, each with the role that reads what the source shares. */
  readonly sources: ReadonlyMap<string, string>;
  readonly facts: readonly StoredFacts[];
  readonly makeViews: MakeViews;
  readonly logger: Logger;
}

/** A warehouse that follows its sources. */
export interface RunningWarehouse {
  stop(): Promise<void>;
}

/** Follows every source until it is stopped. A source that is away stops no other. */
export async function startWarehouse(options: WarehouseOptions): Promise<RunningWarehouse> {
  const slot = await slotName(options.databaseUrl);
  const mirrors = [...options.sources].map(
    ([name, sourceUrl]) =>
      new Mirror({ ...options, name, sourceUrl, warehouseUrl: options.databaseUrl, slot }),
  );
  for (const mirror of mirrors) mirror.start();
  return {
    stop: async () => {
      await Promise.all(mirrors.map((mirror) => mirror.stop()));
    },
  };
}

/** Slots of two warehouses at one source differ. */
async function slotName(databaseUrl: string): Promise<string> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
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
