import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '@mtg/service-kit';
import { withClient } from '@mtg/warehouse';
import type { Client } from 'pg';
import { restoreLogins } from './restore-logins';

const EVERY_MS = 5000;

export interface WatchOptions {
  /** Connection URL of the warehouse, as its owner. */
  readonly databaseUrl: string;
  readonly everyMs?: number;
  readonly logger: Logger;
}

/** A watch that goes on until it is stopped. */
export interface KeyWatch {
  /** Ends it at once: a restoration that is not complete is left out as a whole. */
  stop(): Promise<void>;
}

/** Looks every few seconds whether the logins of keys are as granted, and restores them with a line in the log. */
export function watchKeys({ databaseUrl, everyMs = EVERY_MS, logger }: WatchOptions): KeyWatch {
  const stopping = new AbortController();
  const { signal } = stopping;
  const look = looker(logger);
  const pause = async (): Promise<void> => sleep(everyMs, undefined, { signal });
  const work = async (owner: Client): Promise<never> => {
    for (;;) {
      await look.at(owner);
      await pause();
    }
  };
  const watching = (async () => {
    while (!signal.aborted) {
      try {
        await withClient({ url: databaseUrl, name: 'keys', stopped: signal }, work);
      } catch (error) {
        if (!signal.aborted) look.fails(error);
      }
      await pause().catch(() => undefined);
    }
  })();
  return {
    stop: async () => {
      stopping.abort();
      await watching;
    },
  };
}

/** One look after another, of which the log is told where it finds something else than the one before. */
function looker(logger: Logger) {
  let isFirst = true;
  let said = '[]';
  const isNews = (found: string): boolean => {
    const isOther = found !== said;
    said = found;
    return isOther;
  };
  return {
    async at(owner: Client): Promise<void> {
      const restored = await restoreLogins(owner, isFirst);
      isFirst = false;
      if (isNews(JSON.stringify(restored)) && restored.length > 0) {
        logger.warn(
          { restored },
          '密钥的登录设置或口令被改动，已恢复 · logins of keys had been changed, and are restored',
        );
      }
    },
    fails(error: unknown): void {
      if (!isNews(String(error))) return;
      logger.warn({ err: error }, '暂时无法核对密钥的登录 · the logins of keys cannot be looked at for now');
    },
  };
}
