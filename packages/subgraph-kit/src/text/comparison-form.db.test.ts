import { comparisonForm } from '@mtg/governance';
import { createPlaces, Place, place, type PlacesDatabase } from '../../test-support/places';
import { listReference } from '../reference/list';
import { upsertReference } from '../reference/upsert';
import { searchRows } from '../search/search';
import { looksLike } from './looks-like';
import { createUniqueLook } from './unique-look';

let places: PlacesDatabase;
beforeAll(async () => (places = await createPlaces()));
afterEach(() => places.store.query('TRUNCATE place; DROP INDEX IF EXISTS place_look'));
afterAll(() => places.close());

const write = (...names: readonly string[]) =>
  upsertReference(
    places.database.manager,
    Place,
    names.map((name, index) => place(`C${index}`, { name })),
    'code',
  );

/** Of Unicode 17, which PostgreSQL 18 does not know yet. */
const NEWER = '\uA7F1';

test('the database has the form of every character that Node has', async () => {
  const characters = Array.from({ length: 0x10ffff }, (_, index) => index + 1)
    .filter((code) => code < 0xd800 || code > 0xdfff)
    .map((code) => String.fromCodePoint(code))
    .filter((character) => /\P{Unassigned}/u.test(character) && !/\p{Private_Use}/u.test(character))
    .filter((character) => character !== NEWER);
  const rows: readonly { character: string; form: string }[] = await places.database.query(
    `SELECT character, comparison_form('a' || character || 'b') AS form FROM unnest($1::text[]) AS character`,
    [characters],
  );
  expect(rows.filter(({ character, form }) => form !== comparisonForm(`a${character}b`))).toEqual([]);
});

test.each([
  ['Kangxi radicals', '⼤⼯委〔2026〕1号', '大工委〔2026〕1号'],
  ['full-width digits', '大工委〔2026〕１号', '大工委〔2026〕1号'],
  ['the stone of a PDF file', '⽯门营物业公司', '石门营物业公司'],
  ['the gate of a PDF file', '石⻔营物业公司', '石门营物业公司'],
  ['zero-width space', '石门\u200B营', '石门营'],
])('%s are found by their looks, both ways', async (_what, one, other) => {
  await write(one, other);
  for (const text of [one, other]) {
    const sources = [{ entity: Place, properties: ['name'] }];
    expect(await searchRows(places.database, sources, text, 10)).toHaveLength(2);
    expect(await listReference(places.database, Place, { filter: { nameContains: text } })).toHaveLength(2);
    expect(await places.database.manager.countBy(Place, { name: looksLike(text) })).toBe(2);
  }
});

const LOOK = { name: 'place_look', table: 'place', on: 'comparison_form(name)', where: 'true' };
const makeIndex = async () => {
  const runner = places.database.createQueryRunner();
  try {
    await runner.startTransaction();
    await createUniqueLook(runner, LOOK);
    await runner.commitTransaction();
  } finally {
    await runner.release();
  }
};
const codesLeftOut = async () =>
  (
    await places.store.query(`SELECT pg_get_expr(indpred, indrelid) AS members FROM pg_index
    WHERE indexrelid = 'place_look'::regclass`)
  )[0]?.['members'];

test('of two that look the same the second is refused, also when both are written at once', async () => {
  await makeIndex();
  const insert = (code: string, name: string) =>
    places.database.query(
      `INSERT INTO place (code, name, aliases, citation) VALUES ('${code}', '${name}', '{}', 'seed:1')`,
    );
  const both = await Promise.allSettled([insert('A', '石门营'), insert('B', '⽯门营')]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(await codesLeftOut()).toBeNull();
});

test('rows that look the same from before stay, and no new one joins them', async () => {
  await write('石门营', '⽯门营', '石\u200B门营', '大峪');
  await makeIndex();
  expect(await codesLeftOut()).toMatch(/id <> ALL/);
  expect(await places.rows()).toHaveLength(4);
  await expect(
    upsertReference(places.database.manager, Place, [place('N', { name: '石⻔营' })], 'code'),
  ).rejects.toThrow('place_look');
});
