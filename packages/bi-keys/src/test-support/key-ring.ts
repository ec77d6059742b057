import { randomUUID } from 'node:crypto';
import { createLogger } from '@mtg/service-kit';
import { startWarehouse, WAREHOUSE_MIGRATIONS } from '@mtg/warehouse';
import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../../tests/support/test-database';
import { grantKey, revokeKey, roleOf } from '../index';

/** A key that was granted, and the address with its login. */
export interface GrantedKey {
  readonly name: string;
  readonly secret: string;
  readonly url: string;
}

/** Keys of a test, over a warehouse. */
export interface KeyRing {
  /** Connected as the owner of the warehouse. */
  readonly owner: Client;
  grant(street?: string): Promise<GrantedKey>;
  /** Revokes what was granted so far. */
  revokeAll(): Promise<void>;
  close(): Promise<void>;
}

/** A name that no other key has. */
export const keyName = (): string => `t${randomUUID().replaceAll('-', '').slice(0, 20)}`;

export const tomorrow = (): Date => new Date(Date.now() + 86_400_000);

/** Opens keys over a warehouse that is prepared. */
export async function openKeys({ url }: Pick<TestDatabase, 'url'>): Promise<KeyRing> {
  const owner = new Client({ connectionString: url });
  await owner.connect();
  let granted: string[] = [];
  const revokeAll = async (): Promise<void> => {
    for (const name of granted) await revokeKey(owner, name);
    granted = [];
  };
  return {
    owner,
    grant: async (street) => {
      const name = keyName();
      const secret = await grantKey(owner, { name, street, expiresAt: tomorrow() });
      granted.push(name);
      const login = { username: roleOf(name), password: secret };
      return { name, secret, url: Object.assign(new URL(url), login).toString() };
    },
    revokeAll,
    close: async () => {
      await revokeAll();
      await owner.end();
    },
  };
}

/** Creates a warehouse without sources: keys can be granted, and read nothing. */
export async function createEmptyWarehouse(): Promise<TestDatabase> {
  const warehouse = await createTestDatabase();
  // A migration needs nothing of a runner but its `query`.
  for (const Migration of WAREHOUSE_MIGRATIONS) await new Migration().up({ query: warehouse.query } as never);
  const running = await startWarehouse({
    databaseUrl: warehouse.url,
    sources: [],
    facts: [],
    viewsOver: () => [],
    serving: [],
    logger: createLogger('warehouse', 'silent'),
  });
  await running.stop();
  return warehouse;
}
