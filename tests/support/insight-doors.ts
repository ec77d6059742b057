import { randomUUID } from 'node:crypto';
import { grantKey, revokeKey } from '@mtg/bi-keys';
import { createHttpServer, createLogger, listen } from '@mtg/service-kit';
import { Client } from 'pg';
import { readInsightConfig } from '../../subgraphs/insight/src/config';
import { mountDoors, openDoors } from '../../subgraphs/insight/src/doors';
import type { TestDatabase } from './test-database';
import { ISSUER } from './tokens';

/** A key as `mtg bi grant` gives it out. */
export interface GrantedKey {
  readonly name: string;
  readonly secret: string;
  /** Header of a request with it. */
  readonly authorization: string;
}

/** All doors of the insight program, as it mounts them. */
export interface InsightDoors {
  readonly address: string;
  grant(street?: string): Promise<GrantedKey>;
  close(): Promise<void>;
}

/** Opens the doors of a warehouse that the program has prepared. @param codes of its sources @param more settings */
export async function openInsightDoors(
  warehouse: TestDatabase,
  codes: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Promise<InsightDoors> {
  const config = readInsightConfig({
    ...more,
    DATABASE_URL: warehouse.runtimeUrl,
    DATABASE_OWNER_URL: warehouse.url,
    OIDC_ISSUER: ISSUER,
    SOURCES: codes.map((code) => `${code}=postgres://127.0.0.1:1/none`).join(),
    RATE_LIMIT_PER_MINUTE: '0',
  });
  const logger = createLogger('insight', 'silent');
  const doors = openDoors(config, logger);
  const app = createHttpServer(logger, { proxies: config.TRUST_PROXY });
  await mountDoors(app, doors, config);
  const owner = new Client({ connectionString: warehouse.url });
  await owner.connect();
  const granted: string[] = [];
  return {
    address: await listen(app, { host: '127.0.0.1', port: 0 }),
    grant: async (street) => {
      const name = `t${randomUUID().replaceAll('-', '').slice(0, 20)}`;
      const expiresAt = new Date(Date.now() + 86_400_000);
      const secret = await grantKey(owner, { name, street, expiresAt });
      granted.push(name);
      return { name, secret, authorization: `Basic ${Buffer.from(`${name}:${secret}`).toString('base64')}` };
    },
    close: async () => {
      for (const name of granted) await revokeKey(owner, name);
      await owner.end();
      await app.close();
      await doors.pool.end();
    },
  };
}
