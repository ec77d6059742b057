import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '@mtg/service-kit';
import { Client } from 'pg';
import { restoreLogins } from './restore-logins';

const EVERY_MS = 5000;
const CONNECT_LIMIT_MS = 5000;

export interface WatchOptions {
  /** Connection URL of the warehouse, as its owner. */
  readonly databaseUrl: string;
  readonly everyMs?: number;
  readonly logger: Logger;
}

/** A watch that goes on until it is stopped. */
export interface KeyWatch {
  stop(): Promise<void>;
}

/** Looks every few seconds whether the logins of keys are as granted, and restores them with a line in the log. */
export function watchKeys({ databaseUrl, everyMs = EVERY_MS, logger }: WatchOptions): KeyWatch {
  const stopping = new AbortController();
  const { signal } = stopping;
  const watching = (async () => {
    let isFirst = true;
    let said = '[]';
    while (!signal.aborted) {
      try {
        const restored = await once(databaseUrl, isFirst);
        isFirst = false;
        const found = JSON.stringify(restored);
        if (found !== '[]' && found !== said) {
          logger.warn(
            { restored },
            '密钥的登录设置或口令被改动，已恢复 · logins of keys had been changed, and are restored',
          );
        }
        said = found;
      } catch (error) {
        const found = String(error);
        if (found !== said)
          logger.warn(
            { err: error },
            '暂时无法核对密钥的登录 · the logins of keys cannot be looked at for now',
          );
        said = found;
      }
      await sleep(everyMs, undefined, { signal }).catch(() => undefined);
    }
  })();
  return {
    stop: async () => {
      stopping.abort();
      await watching;
    },
  };
}

async function once(connectionString: string, unseen: boolean): ReturnType<typeof restoreLogins> {
  const client = new Client({
    connectionString,
    connectionTimeoutMillis: CONNECT_LIMIT_MS,
    application_name: 'keys',
  });
  // The running statement reports the loss of the connection; without a listener it would end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await restoreLogins(client, unseen);
  } finally {
    await client.end().catch(() => undefined);
  }
}
