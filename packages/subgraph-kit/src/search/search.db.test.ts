import { createPlaces, Place, place, type PlacesDatabase } from '../../test-support/places';
import { upsertReference, withdrawReference } from '../reference/upsert';
import { checkSearch, searchRows } from './search';

let places: PlacesDatabase;
beforeAll(async () => {
  places = await createPlaces();
  const rows = [
    place('C1', {
      name: '街道事务综合管理中心',
      aliases: ['大厅', '街道事务综合服务中心'],
      citation: 'seed:89',
    }),
    place('C2', { name: '街道健康服务中心' }),
    place('C3', { name: '100%绿化' }),
    place('C4', { name: '1000绿化' }),
    place('C5', { name: 'a_b' }),
    place('C6', { name: 'axb' }),
    place('C7', { name: String.raw`a\b` }),
    place('C8', { name: 'Hospital' }),
    place('C9', { name: '撤销的街道中心' }),
  ];
  await upsertReference(places.database.manager, Place, rows, 'code');
  await withdrawReference(places.database.manager, Place, 'code', ['C9']);
});
afterAll(() => places.close());

const SOURCES = [{ entity: Place, properties: ['name', 'aliases', 'code'] }];
const find = (text: string, first = 50) => searchRows(places.database, SOURCES, text, first);
const codes = async (text: string, first?: number) => (await find(text, first)).map(({ code }) => code);

test('finds by an alias, and says where and what it found', async () => {
  expect(await find('综合服务中心')).toEqual([
    {
      typeName: 'Place',
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      code: 'C1',
      name: '街道事务综合管理中心',
      matchedField: 'aliases',
      matchedText: '大厅、街道事务综合服务中心',
      source: expect.objectContaining({ citation: 'seed:89', line: 89 }),
    },
  ]);
});

test('a row is found once, by the first of its properties that carries the text', async () => {
  expect((await find('街道事务')).map(({ code, matchedField }) => [code, matchedField])).toEqual([
    ['C1', 'name'],
  ]);
});

test.each([
  ['a withdrawn row is not found', '撤销', []],
  ['% stands for itself', '100%', ['C3']],
  ['% alone', '%', ['C3']],
  ['_ stands for itself', 'a_b', ['C5']],
  [String.raw`\ stands for itself`, String.raw`a\b`, ['C7']],
  ['a quote stands for itself', `'; DROP TABLE place --`, []],
  ['case is no matter', 'hOSPITAL', ['C8']],
  ['spaces around are no matter', '  Hospital ', ['C8']],
])('%s', async (_what, text, expected) => {
  expect(await codes(text)).toEqual(expected);
});

test('in the order of the sources, then of names, and no more than asked for', async () => {
  const everything = ['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8'];
  const all = await find('C');
  expect(new Set(all.map(({ code }) => code))).toEqual(new Set(everything));
  expect(all.map(({ name }) => name)).toEqual(all.map(({ name }) => name).toSorted());
  expect(await codes('C', 3)).toEqual(all.slice(0, 3).map(({ code }) => code));
  const twice = [{ entity: Place, properties: ['aliases'] }, ...SOURCES];
  const hits = await searchRows(places.database, twice, '综合', 50);
  expect(hits.map(({ matchedField }) => matchedField)).toEqual(['aliases', 'name']);
});

test('a property that is no column is a fault of the program', async () => {
  const sources = [{ entity: Place, properties: ['title'] }];
  await expect(searchRows(places.database, sources, 'x', 1)).rejects.toThrow('no column title');
});

test.each([
  ['', 1, 'text'],
  ['   ', 1, 'text'],
  ['字'.repeat(101), 1, 'text'],
  ['x', 0, 'first'],
  ['x', 501, 'first'],
])('%j, %i: refused, naming %s', (text, first, argument) => {
  expect(() => checkSearch(text, first)).toThrow(
    expect.objectContaining({
      message: expect.stringMatching(new RegExp(`^${argument}: .* · `)),
      extensions: { argument, code: 'BAD_USER_INPUT' },
    }),
  );
});

test.each([
  ['字', 1],
  ['😀'.repeat(100), 500],
])('%s, %i: accepted', (text, first) => {
  expect(() => checkSearch(text, first)).not.toThrow();
});
