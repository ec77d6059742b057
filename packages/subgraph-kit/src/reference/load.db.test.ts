import { createPlaces, place, placeImport, placeSet, type PlacesDatabase } from '../../test-support/places';
import { importCsv } from '../imports/import';
import { loadReferenceSets, referenceSet } from './load';
import { Place } from '../../test-support/places';

let places: PlacesDatabase;
beforeEach(async () => (places = await createPlaces()));
afterEach(() => places.close());

const record = async () => undefined;

const load = async (...sets: Parameters<typeof placeSet>[0][]) =>
  Object.fromEntries(await loadReferenceSets(places.database, [placeSet(...sets)]));

test('the first run inserts, the second changes nothing', async () => {
  expect(await load(place('A'), place('B'))).toEqual({ places: { inserted: 2, updated: 0, unchanged: 0 } });
  const before = await places.times();
  expect(await load(place('A'), place('B'))).toEqual({ places: { inserted: 0, updated: 0, unchanged: 2 } });
  expect(await places.times()).toEqual(before);
});

test('a file that changed updates, and withdraws what it no longer lists', async () => {
  await load(place('A'), place('B'), place('C'));
  expect(await load(place('A'), place('B', { name: '新名' }), place('D'))).toEqual({
    places: { inserted: 1, updated: 1, unchanged: 1 },
  });
  expect(await places.rows()).toEqual([
    { code: 'A', name: '地方A', gone: false },
    { code: 'B', name: '新名', gone: false },
    { code: 'C', name: '地方C', gone: true },
    { code: 'D', name: '地方D', gone: false },
  ]);
  await load(place('A'), place('B'), place('C'), place('D'));
  expect(await places.rows()).toMatchObject([{}, { name: '地方B' }, { gone: false }, {}]);
});

test('what an officer imported stands when the subgraph starts again with the same file', async () => {
  await load(place('A'), place('B'));
  const file = Buffer.from('code,name\nB,officer\nX,officer');
  await importCsv(places.database, file, placeImport, { record, fileName: 'own.csv', replace: true });
  const imported = await places.rows();
  await load(place('A'), place('B'));
  expect(await places.rows()).toEqual(imported);
  expect(imported).toMatchObject([{ name: '地方A' }, { name: 'officer' }, { code: 'X', gone: false }]);
});

test('a new version of the file changes the rows that it changed, and not what an officer corrected beside them', async () => {
  await load(place('A'), place('B'), place('C'));
  const file = Buffer.from('code,name\nA,officer\nB,officer');
  await importCsv(places.database, file, placeImport, { record, fileName: 'own.csv', replace: true });
  expect(await load(place('A'), place('C', { name: '新名' }))).toEqual({
    places: { inserted: 0, updated: 1, unchanged: 1 },
  });
  expect(await places.rows()).toEqual([
    { code: 'A', name: 'officer', gone: false },
    { code: 'B', name: 'officer', gone: false },
    { code: 'C', name: '新名', gone: false },
  ]);
});

test('a new version of the file does not withdraw what only the officer listed', async () => {
  await load(place('A'));
  await importCsv(places.database, Buffer.from('code,name\nX,officer'), placeImport, {
    record,
    fileName: 'own.csv',
  });
  await load(place('B'));
  expect(await places.rows()).toMatchObject([
    { code: 'A', gone: true },
    { code: 'B', gone: false },
    { code: 'X', gone: false },
  ]);
});

test('a failure takes everything back, the earlier sets too', async () => {
  await load(place('A'));
  const wrong = referenceSet<Place>({
    name: 'more',
    entity: Place,
    key: 'code',
    rows: [place('C', { name: null as unknown as string })],
  });
  await expect(loadReferenceSets(places.database, [placeSet(place('B')), wrong])).rejects.toThrow('not-null');
  expect(await places.rows()).toEqual([{ code: 'A', name: '地方A', gone: false }]);
  expect(await load(place('B'))).toEqual({ places: { inserted: 1, updated: 0, unchanged: 0 } });
});

test('a code that stands twice in a file is refused by name, and nothing is written', async () => {
  await expect(load(place('A'), place('B'), place('A'))).rejects.toThrow(/places.*code.*A/s);
  const far = Array.from({ length: 1001 }, (_, index) => place(`P${index}`));
  await expect(load(...far, place('P0'))).rejects.toThrow('P0');
  expect(await places.rows()).toEqual([]);
});

test('what is withdrawn makes room before the new rows come', async () => {
  await places.store.query('CREATE UNIQUE INDEX one_in_force ON place (name) WHERE deleted_at IS NULL');
  await load(place('A', { name: '主任' }));
  await load(place('B', { name: '主任' }));
  expect(await places.rows()).toMatchObject([
    { code: 'A', gone: true },
    { code: 'B', gone: false },
  ]);
});
