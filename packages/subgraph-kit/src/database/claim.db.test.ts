import type { DataSource } from 'typeorm';
import { ConfigurationError } from '@mtg/service-kit';
import { connectTo } from '../../test-support/places';
import { createTestDatabase, type TestDatabase } from '../../../../tests/support/test-database';
import { claimDatabase, requireClaim } from './claim';

let store: TestDatabase;
let database: DataSource;
beforeEach(async () => {
  store = await createTestDatabase();
  database = await connectTo(store.url, [], []);
});
afterEach(async () => {
  await database.destroy();
  await store.drop();
});

test('the first subgraph owns the database, and may claim it again at each start', async () => {
  await claimDatabase(database, 'dayu');
  await claimDatabase(database, 'dayu');
  expect(await store.query('SELECT name FROM subgraph_identity')).toEqual([{ name: 'dayu' }]);
});

test('another subgraph is refused, with both names, and nothing changes', async () => {
  await claimDatabase(database, 'dayu');
  const refusal: unknown = await claimDatabase(database, 'chengzi').catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(ConfigurationError);
  expect(String(refusal)).toMatch(/DATABASE_OWNER_URL: .*“dayu”.*“chengzi”.* · .*"dayu".*"chengzi"/);
  expect(await store.query('SELECT name FROM subgraph_identity')).toEqual([{ name: 'dayu' }]);
});

test('processes that start at once take turns', async () => {
  // Connections first, or the claims would follow one another.
  await Promise.all(Array.from({ length: 8 }, () => database.query('SELECT pg_sleep(0.1)')));
  await Promise.all(Array.from({ length: 8 }, () => claimDatabase(database, 'dayu')));
  expect(await store.query('SELECT name FROM subgraph_identity')).toEqual([{ name: 'dayu' }]);
});

test('who writes beside a subgraph is told whose database it is', async () => {
  await expect(requireClaim(database, 'dayu')).rejects.toThrow(/尚未.*“dayu”.* · .*"dayu"/s);
  expect(await store.query(`SELECT to_regclass('subgraph_identity') AS made`)).toEqual([{ made: null }]);
  await claimDatabase(database, 'dayu');
  await requireClaim(database, 'dayu');
  await expect(requireClaim(database, 'datai')).rejects.toThrow(/“dayu”.*“datai”.* · .*"dayu".*"datai"/s);
});
