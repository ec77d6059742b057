import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '@mtg/service-kit';
import type { Client } from 'pg';
import { withClient } from './with-client';

export interface SilenceOptions {
  /** Connection URL of the warehouse, as its owner. */
  readonly databaseUrl: string;
  readonly staleAfterSeconds: number;
  readonly everyMs: number;
  readonly logger: Pick<Logger, 'warn' | 'info'>;
}

/** A watch that goes on until it is stopped. */
export interface SilenceWatch {
  stop(): Promise<void>;
}

/**
 * Says once in the log that a source which is followed has fallen silent, and once that it is heard of again. The connection to a
 * source that hangs reports nothing by itself. What was last heard of before the program started is no silence yet.
 */
export function watchSilence({
  databaseUrl,
  staleAfterSeconds,
  everyMs,
  logger,
}: SilenceOptions): SilenceWatch {
  const stopping = new AbortController();
  const { signal } = stopping;
  const look = looker(logger);
  const pause = async (ms: number): Promise<void> => sleep(ms, undefined, { signal });
  const watching = (async () => {
    await pause(staleAfterSeconds * 1000).catch(() => undefined);
    while (!signal.aborted) {
      await withClient({ url: databaseUrl, name: 'silence', stopped: signal }, async (warehouse) => {
        for (;;) {
          await look(warehouse);
          await pause(everyMs);
        }
      }).catch(() => undefined); // While the warehouse is away, the copies of its sources say so.
      await pause(everyMs).catch(() => undefined);
    }
  })();
  return {
    stop: async () => {
      stopping.abort();
      await watching;
    },
  };
}

interface Seen {
  readonly street: string;
  readonly state: string;
  readonly problem: string | null;
}

/** Looks once after another, and remembers who is silent. */
function looker(logger: SilenceOptions['logger']): (warehouse: Client) => Promise<void> {
  const silent = new Set<string>();
  return async (warehouse) => {
    const { rows } = await warehouse.query<Seen>(
      `SELECT street, state, concat_ws(' · ', problem_zh, problem_en) AS problem FROM bi.freshness`,
    );
    for (const { street, state, problem } of rows) {
      if (state === 'BEHIND' && !silent.has(street)) {
        silent.add(street);
        logger.warn({ source: street, problem }, '数据源没有消息 · a source is silent');
      }
      if (state === 'FOLLOWING' && silent.delete(street)) {
        logger.info({ source: street }, '数据源恢复更新 · a source is heard of again');
      }
    }
  };
}
