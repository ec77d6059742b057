import { createPlaces, Place, place, type PlacesDatabase } from '../../test-support/places';
import { upsertReference, withdrawReference } from './upsert';

let places: PlacesDatabase;
beforeEach(async () => (places = await createPlaces()));
afterEach(() => places.close());

const upsert = (...rows: ReturnType<typeof place>[]) =>
  upsertReference(places.database.manager, Place, rows, 'code');

test('counts what is new, changed and as it was', async () => {
  expect(await upsert(place('A'), place('B'), place('C'))).toEqual({ inserted: 3, updated: 0, unchanged: 0 });
  expect(await upsert(place('A'), place('B', { name: '新名' }), place('D'))).toEqual({
    inserted: 1,
    updated: 1,
    unchanged: 1,
  });
  expect(await places.rows()).toEqual([
    { code: 'A', name: '地方A', gone: false },
    { code: 'B', name: '新名', gone: false },
    { code: 'C', name: '地方C', gone: false },
    { code: 'D', name: '地方D', gone: false },
  ]);
});

test.each([
  ['text', { name: '新名' }],
  ['a list', { aliases: ['别名'] }],
  ['null to a number', { area: 1.5 }],
  ['null to a day', { asOf: '2014-12-31' }],
  ['the citation', { citation: 'seed:2' }],
])('%s that changed is a change, and its time with it; all else keeps its time', async (_what, change) => {
  await upsert(place('A'), place('B'));
  const [before, other] = await places.times();
  expect(await upsert(place('A', change), place('B'))).toEqual({ inserted: 0, updated: 1, unchanged: 1 });
  const [after, stillOther] = await places.times();
  expect(after).not.toEqual(before);
  expect(stillOther).toEqual(other);
});

test('values of every kind are the same values the second time', async () => {
  const row = place('A', { aliases: ['一', '二,"'], area: 98.5, asOf: '2014-12-31' });
  await upsert(row);
  const before = await places.times();
  expect(await upsert(row)).toEqual({ inserted: 0, updated: 0, unchanged: 1 });
  expect(await places.times()).toEqual(before);
  expect(await places.database.manager.findOneByOrFail(Place, { code: 'A' })).toMatchObject(row);
});

test('a withdrawn row is revived, and that is a change', async () => {
  await upsert(place('A'), place('B'));
  await withdrawReference(places.database.manager, Place, 'code', ['A', 'none']);
  expect(await places.rows()).toMatchObject([
    { code: 'A', gone: true },
    { code: 'B', gone: false },
  ]);
  expect(await upsert(place('A'), place('B'))).toEqual({ inserted: 0, updated: 1, unchanged: 1 });
  expect(await places.rows()).toMatchObject([{ gone: false }, { gone: false }]);
});

test('what is withdrawn already keeps the time at which it was', async () => {
  await upsert(place('A'));
  const withdraw = () => withdrawReference(places.database.manager, Place, 'code', ['A']);
  await withdraw();
  const before = await places.times();
  await withdraw();
  expect(await places.times()).toEqual(before);
});

test('more rows than fit into one statement, in the order of the file, with progress', async () => {
  const rows = Array.from({ length: 2500 }, (_, index) => place(`P${String(9999 - index)}`));
  const progress: number[] = [];
  const counts = await upsertReference(places.database.manager, Place, rows, 'code', {
    onProgress: (written) => progress.push(written),
  });
  expect(counts).toEqual({ inserted: 2500, updated: 0, unchanged: 0 });
  expect(progress).toEqual([1000, 2000, 2500]);
  const stored = await places.store.query('SELECT code FROM place ORDER BY id');
  expect(stored.map(({ code }) => code)).toEqual(rows.map(({ code }) => code));
  expect(await upsert(...rows)).toEqual({ inserted: 0, updated: 0, unchanged: 2500 });
});

test('nothing to write is nothing', async () => {
  expect(await upsert()).toEqual({ inserted: 0, updated: 0, unchanged: 0 });
});
