import { createLogger } from '@mtg/service-kit';
import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../../tests/support/test-database';
import { WAREHOUSE_MIGRATIONS } from '../migrations';
import { OWN_NAME } from './in-the-way';
import { createSchema } from './mirrored-table';
import { CopySwaps } from './swap-copies';

const logger = createLogger('warehouse', 'fatal', 'json');
const LONG_MS = 600_000;

let warehouse: TestDatabase;
let clients: Readonly<Record<'dayu' | 'chengzi', Client>>;
/** Schemas that were there each time views were made. */
let made: string[][];

beforeAll(async () => {
  warehouse = await createTestDatabase();
  // A migration needs nothing of a runner but its `query`.
  for (const Migration of WAREHOUSE_MIGRATIONS) await new Migration().up({ query: warehouse.query } as never);
});
beforeEach(async () => {
  made = [];
  const open = async () => {
    const client = new Client({ connectionString: warehouse.url, application_name: OWN_NAME });
    await client.connect();
    return client;
  };
  clients = { dayu: await open(), chengzi: await open() };
  for (const name of ['dayu', 'chengzi']) {
    await warehouse.query(`DROP SCHEMA IF EXISTS ${name} CASCADE`);
    await warehouse.query(`DROP SCHEMA IF EXISTS ${name}_next CASCADE`);
    await warehouse.query(createSchema(`${name}_next`, [], 1n));
  }
});
afterEach(async () => {
  await Promise.all(Object.values(clients).map((client) => client.end()));
});
afterAll(() => warehouse.drop());

const schemas = async (): Promise<string[]> =>
  (
    await warehouse.query(
      `SELECT nspname AS name FROM pg_namespace WHERE nspname IN ('dayu', 'chengzi') ORDER BY nspname`,
    )
  ).map(({ name }) => String(name));

const swapsOf = (sources: readonly string[], gatherMs = LONG_MS) =>
  new CopySwaps(
    sources,
    async (client) => {
      const { rows } = await client.query<{ name: string }>(
        `SELECT nspname AS name FROM pg_namespace WHERE nspname IN ('dayu', 'chengzi') ORDER BY nspname`,
      );
      made.push(rows.map(({ name }) => name));
    },
    { logger },
    gatherMs,
  );

const copyOf = (schema: keyof typeof clients) => ({
  schema,
  warehouse: clients[schema],
  onWaiting: async () => undefined,
  finish: async () => undefined,
});

test('copies that are made at the same time take their places together, and views are made once', async () => {
  const swaps = swapsOf(['dayu', 'chengzi']);
  const first = swaps.swap(copyOf('dayu'));
  expect(await schemas()).toEqual([]);
  await Promise.all([first, swaps.swap(copyOf('chengzi'))]);
  expect(made).toEqual([['chengzi', 'dayu']]);
  expect(await schemas()).toEqual(['chengzi', 'dayu']);
});

test('one that cannot be read is not waited for', async () => {
  const swaps = swapsOf(['dayu', 'chengzi']);
  const first = swaps.swap(copyOf('dayu'));
  swaps.forget('chengzi');
  await first;
  expect(made).toEqual([['dayu']]);
  // Another copy of it begins later, and takes its place alone.
  swaps.expect('chengzi');
  await swaps.swap(copyOf('chengzi'));
  expect(made).toEqual([['dayu'], ['chengzi', 'dayu']]);
});

test('one that takes long is waited for no longer than a moment', async () => {
  await swapsOf(['dayu', 'chengzi'], 1).swap(copyOf('dayu'));
  expect(await schemas()).toEqual(['dayu']);
});

test('one whose connection is lost keeps no other from its place', async () => {
  const swaps = swapsOf(['dayu', 'chengzi']);
  await clients.dayu.end();
  const lost = swaps.swap(copyOf('dayu'));
  const [first, second] = await Promise.allSettled([lost, swaps.swap(copyOf('chengzi'))]);
  expect([first.status, second.status]).toEqual(['rejected', 'fulfilled']);
  expect(await schemas()).toEqual(['chengzi']);
});
