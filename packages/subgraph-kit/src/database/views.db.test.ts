import type { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../../../tests/support/test-database';
import { createDataSource } from './data-source';
import { recreateViews } from './views';

let store: TestDatabase;
let owner: DataSource;
beforeAll(async () => {
  store = await createTestDatabase();
  owner = await createDataSource({ url: store.url, entities: [], migrations: [] }).initialize();
});
afterAll(async () => {
  await owner.destroy();
  await store.drop();
});

const ONE = { name: 'one', select: 'SELECT 1 AS number' };
const TWO = { name: 'two', select: 'SELECT number + 1 AS number FROM one' };

test('views are made once, and anew when their text changes', async () => {
  expect(await recreateViews(owner, [ONE, TWO])).toEqual(['one', 'two']);
  expect(await recreateViews(owner, [ONE, TWO])).toEqual([]);
  expect(await store.query('SELECT number FROM two')).toEqual([{ number: 2 }]);
  const changed = { ...ONE, select: 'SELECT 5 AS number' };
  expect(await recreateViews(owner, [changed, TWO])).toEqual(['one']);
  expect(await store.query('SELECT number FROM two')).toEqual([{ number: 6 }]);
});

test('a view that cannot be made leaves all as they were', async () => {
  await recreateViews(owner, [ONE, TWO]);
  const [other, wrong] = [
    { ...ONE, select: 'SELECT 9 AS number' },
    { ...TWO, select: 'SELECT * FROM nothing' },
  ];
  await expect(recreateViews(owner, [other, wrong])).rejects.toThrow('nothing');
  expect(await store.query('SELECT number FROM one')).toEqual([{ number: 1 }]);
  expect(await recreateViews(owner, [ONE, TWO])).toEqual([]);
});

test('a view that was there before gets its text', async () => {
  await store.query('CREATE VIEW older AS SELECT 1 AS number');
  const view = { name: 'older', select: 'SELECT 2 AS number' };
  expect(await recreateViews(owner, [view])).toEqual(['older']);
  expect(await store.query('SELECT number FROM older')).toEqual([{ number: 2 }]);
});
