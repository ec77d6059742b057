import { createHash } from 'node:crypto';
import type { Logger } from '@mtg/service-kit';
import { Client } from 'pg';
import type { StoredFacts } from './mirror/facts';
import { Mirror } from './mirror/mirror';
import { CopySwaps } from './mirror/swap-copies';
import type { RecreateViews } from './mirror/swap-copy';
import type { NamedSource } from './views/dataset-view';
import { makeViews, type ViewsOver } from './views/make-views';
import { prepareReaders } from './views/readers';
import { OWN_NAME } from './mirror/in-the-way';
import { watchSilence } from './mirror/watch-silence';
import { inViewsTurn, type ViewsTurn } from './mirror/views-turn';

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
  /** Roles of the programs that serve from the views. */
  readonly serving: readonly string[];
  /** How often each source is looked at for other tables, a lost slot and wishes for a new copy (default 2000). */
  readonly checkMs?: number;
  /** A source that is followed and not heard of for longer is behind (default 300). */
  readonly staleAfterSeconds?: number;
  /** How long new views wait for keys that read, before their sessions are ended (default 300). */
  readonly keysLimitSeconds?: number;
  readonly logger: Logger;
}

const CHECK_MS = 2000;

/** Each source is asked how far it is once a second. */
export const STALE_AFTER_SECONDS = 300;

/** A warehouse that follows its sources. */
export interface RunningWarehouse {
  stop(): Promise<void>;
}

/** A warehouse whose views are there. */
export interface PreparedWarehouse {
  /** Follows every source until it is stopped. A source that is away stops no other. */
  follow(): RunningWarehouse;
}

/**
 * Makes the views and follows every source.
 *
 * @throws Error when the warehouse itself cannot be reached
 */
export const startWarehouse = async (options: WarehouseOptions): Promise<RunningWarehouse> =>
  (await prepareWarehouse(options)).follow();

/**
 * Makes the views over the copies that are there.
 *
 * @throws Error when the warehouse itself cannot be reached
 */
export async function prepareWarehouse(options: WarehouseOptions): Promise<PreparedWarehouse> {
  const { databaseUrl, sources, viewsOver, serving, logger } = options;
  const { staleAfterSeconds = STALE_AFTER_SECONDS } = options;
  const turn = { keysLimitSeconds: options.keysLimitSeconds, logger };
  const recreateViews: RecreateViews = (warehouse) =>
    makeViews(warehouse, sources, viewsOver, serving, staleAfterSeconds);
  const identity = await prepare(databaseUrl, turn, recreateViews, serving);
  const names = sources.map(({ name }) => name);
  return { follow: () => follow(options, identity, new CopySwaps(names, recreateViews, turn)) };
}

function follow(options: WarehouseOptions, identity: string, swaps: CopySwaps): RunningWarehouse {
  const { databaseUrl, sources, facts, checkMs = CHECK_MS, logger } = options;
  const { staleAfterSeconds = STALE_AFTER_SECONDS } = options;
  const mirrors = sources.map(
    ({ name, url }) =>
      new Mirror({
        name,
        sourceUrl: url,
        warehouseUrl: databaseUrl,
        slot: slotName(identity, name),
        facts,
        swaps,
        checkMs,
        logger,
      }),
  );
  for (const mirror of mirrors) mirror.start();
  const watch = watchSilence({ databaseUrl, staleAfterSeconds, everyMs: checkMs, logger });
  return {
    stop: async () => {
      await watch.stop();
      await Promise.all(mirrors.map((mirror) => mirror.stop()));
    },
  };
}

/** @returns what this warehouse differs by from any other */
async function prepare(
  databaseUrl: string,
  turn: ViewsTurn,
  recreateViews: RecreateViews,
  serving: readonly string[],
): Promise<string> {
  const client = new Client({ connectionString: databaseUrl, application_name: OWN_NAME });
  await client.connect();
  try {
    await prepareReaders(client, serving);
    await inViewsTurn(client, turn, async () => recreateViews(client));
    const { rows } = await client.query<{ identity: string }>(
      `SELECT system_identifier || ' ' || oid AS identity FROM pg_control_system(), pg_database WHERE datname = current_database()`,
    );
    return rows[0]?.identity ?? '';
  } finally {
    await client.end();
  }
}

/** A server may have several sources, and a source several warehouses: the name of a slot is unique in its server. */
const slotName = (identity: string, source: string): string =>
  `warehouse_${createHash('sha256').update(`${identity} ${source}`).digest('hex').slice(0, 12)}`;
