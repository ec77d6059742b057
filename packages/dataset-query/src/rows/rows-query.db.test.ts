import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../../tests/support/test-database';
import { LITERALS, Parameters } from '../bind';
import { parseFilter } from '../filter/parse-filter';
import { readPosition } from '../position/position';
import { QueryProblem } from '../query-problem';
import { digits, VISITS, VISITS_VIEW } from '../test-support/visits';
import { writeCursor } from './cursor';
import { parseOrder, totalOrder } from './order';
import type { RowsQuery } from './query';
import { countSql, rowsSql } from './rows-query';

const STREETS = ['DAYU', 'CHENGZI'];

let store: TestDatabase;
let client: Client;
beforeAll(async () => {
  store = await createTestDatabase();
  await store.query(VISITS_VIEW);
  client = new Client({ connectionString: store.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await store.drop();
});

type Rows = readonly Record<string, unknown>[];

/** Read with parameters, with literals, and from the views of each street, which have to be the same. */
async function read(query: Partial<RowsQuery>, streets: readonly string[] = STREETS): Promise<Rows> {
  const whole: RowsQuery = { dataset: VISITS, select: VISITS.columns, ...query };
  const parameters = new Parameters();
  const { rows } = await client.query<Record<string, unknown>>(
    rowsSql(whole, streets, parameters),
    parameters.values,
  );
  const plain = await client.query<Record<string, unknown>>(rowsSql(whole, streets, LITERALS));
  expect(plain.rows).toEqual(rows);
  const inParts = rowsSql({ ...whole, parts: streets }, streets, LITERALS);
  expect((await client.query(inParts)).rows).toEqual(rows);
  return rows;
}

const filtered = async (filter: string): Promise<string> =>
  digits(await read({ filter: parseFilter(filter), order: parseOrder(VISITS, 'id') }));

test.each([
  ["form eq 'ROUTINE'", '145'],
  ["form ne 'ROUTINE'", '23'],
  ['form eq null', '3'],
  ['form ne null', '1245'],
  ["form in ('ROUTINE', null)", '1345'],
  ["not (form eq 'ROUTINE')", '23'],
  ["not (form in ('FOLLOW_UP'))", '1345'],
  ['persons gt 0', '13'],
  ['persons le 2.5', '45'],
  ['persons lt -3', '5'],
  ['0 lt persons', '13'],
  ['not persons gt 0', '245'],
  ['done', '14'],
  // An absent value is neither true nor false.
  ['not done', '25'],
  ["not contains(note, 'x')", '124'],
  ["not (contains(note, 'x') or persons gt 5)", '124'],
  ["not (contains(note, 'x') and persons gt 8)", '12345'],
  ['not (done and persons gt 1)', '245'],
  ['not (not done)', '14'],
  ['done eq false', '25'],
  ['day ge 2026-02-01', '24'],
  ["day lt '2026-01-01'", '5'],
  // The day begins in the district eight hours before it does in UTC.
  ['date(recorded_at) eq 2026-02-01', '12'],
  ['recorded_at lt 2026-02-01T00:00:00+08:00', '5'],
  // Two absent values are equal.
  ['day eq date(recorded_at)', '234'],
  ['year(day) eq 2026 and month(recorded_at) eq 2', '124'],
  ['hour(recorded_at) eq 8', '5'],
  ["contains(note, '𠮷')", '1'],
  ["contains(note, '%')", '5'],
  ["startswith(note, 'it''s')", '2'],
  ["endswith(note, '_x')", '5'],
  ["tolower(form) eq 'routine'", '145'],
  ["NOT done AND persons LT 1 Or ToLower(form) EQ 'follow_up'", '25'],
  ["id eq guid'00000000-0000-7000-8000-000000000003'", '3'],
  ["recorded_at lt datetime'2026-02-01T00:00:00Z'", '15'],
  ["day eq date'2026-02-01'", '2'],
  ['length(note) eq 4', '12'],
  ["indexof(note, '𠮷') eq 3", '1'],
  ["concat(form, note) eq 'ROUTINE'", '4'],
  ["contains(tags, 'b')", '14'],
  ["tags eq 'a; b'", '1'],
  ['recorded_at lt now()', '1245'],
  ["street eq 'DAYU' and (persons gt 5 or done)", '13'],
  ['id eq 00000000-0000-7000-8000-000000000003', '3'],
  ['position ge 4', '235'],
  ['persons eq position', ''],
])('%s', async (filter, expected) => {
  expect(await filtered(filter)).toBe(expected);
});

test.each([
  ["form eq 'OTHER'", 'ROUTINE, FOLLOW_UP'],
  ['secret eq 1', 'street, id, form'],
  ['persons eq 1.5e', 'character 12'],
  ["persons eq 'x'", 'a whole number'],
  ['round(persons) eq 1e-999', 'a number'],
  ['persons eq 99999999999', 'a whole number'],
  ['day eq 2026-02-30', 'a day such as'],
  ['note', 'Compare it by'],
  ['note eq', 'incomplete'],
  ['(done', 'incomplete'],
  ['done)', '“)” at character 5'],
  ['done done', '“eq”'],
  ['note eq "x"', 'quotation marks'],
  ["note eq 'x", 'closing quotation mark'],
  ['sleep(note)', 'there is no function'],
  ['constructor(note)', 'there is no function'],
  ['contains(note)', 'takes 2 operands'],
  ["contains(persons, 'x')", 'of type text'],
  ['year(note) eq 1', 'of type timestamptz'],
  ['note lt null', '“eq” and “ne” only'],
  ['note gt persons', 'cannot be compared'],
  ['1 eq 1', 'needs a column'],
  ['null eq null', 'the value “null” alone'],
  ['recorded_at gt 2026-01-01T00:00:00', 'has no offset'],
  ['recorded_at le 2026-02-01', 'date(column)'],
  ['2026-02-01 eq recorded_at', 'date(column)'],
  ['day lt 2026-01-31T00:00:01+08:00', 'date(column)'],
  ['recorded_at gt day', 'date(column)'],
  ['now() gt day', 'date(column)'],
  ["recorded_at eq '2026-02-01'", 'a time such as'],
  ['recorded_at in (2026-02-01)', 'a time such as'],
  [`${'trim('.repeat(60)}note${')'.repeat(60)} eq 'a'`, 'within each other'],
  [`${'('.repeat(60)}done${')'.repeat(60)}`, 'levels deep'],
  [`note in (${Array.from({ length: 1001 }, () => "'x'").join()})`, 'at most 1000'],
])('%s is refused with the next action', async (filter, words) => {
  await expect(filtered(filter)).rejects.toThrow(words);
  await expect(filtered(filter)).rejects.toThrow(QueryProblem);
});

test('what is written in a text stays text', async () => {
  for (const text of ["'; DROP TABLE visit; --", '$1', '\\', "\\'", '%', '{}', "E'\\x'"]) {
    expect(await filtered(`note eq '${text.replaceAll("'", "''")}'`)).toBe('');
  }
  expect(digits(await read({ order: parseOrder(VISITS, 'id') }))).toBe('12345');
});

test('a search finds words in any text, whatever their case', async () => {
  const search = async (...words: readonly string[]) =>
    digits(await read({ filter: { kind: 'SEARCH', words }, order: parseOrder(VISITS, 'id') }));
  expect(await search('routine')).toBe('145');
  expect(await search('dayu', '中文')).toBe('1');
  expect(await search()).toBe('12345');
});

test.each([
  ['persons', false, '54132'],
  ['persons desc', false, '23145'],
  ['day desc, id', false, '34215'],
  ['form, persons desc', false, '21453'],
  ['street, persons', false, '54132'],
  ['street desc, id desc', false, '32154'],
  ['persons', true, '25413'],
  ['day desc, id', true, '42153'],
  ['form, persons desc', true, '32145'],
  ['street, persons', true, '54213'],
  ['street desc, persons desc', true, '31245'],
])('ordered by %s (absent is least: %s), pages are all rows', async (order, absentIsLeast, expected) => {
  const given = parseOrder(VISITS, order).map((term) => ({ ...term, absentIsLeast }));
  const terms = totalOrder(VISITS, given);
  expect(digits(await read({ order: terms }))).toBe(expected);
  const found: Record<string, unknown>[] = [];
  for (let after: string | undefined; ;) {
    const page = await read({ order: terms, limit: 2, after });
    found.push(...page);
    const last = page.at(-1);
    if (page.length < 2 || !last) break;
    const text = await client.query<Record<string, string | null>>(
      `SELECT ${terms.map(({ column }) => `${column.name}::text`).join()} FROM bi.visits WHERE id = $1`,
      [last['id']],
    );
    after = writeCursor(
      'visits',
      terms,
      terms.map(({ column }) => text.rows[0]?.[column.name] ?? null),
    );
  }
  expect(digits(found)).toBe(expected);
});

test('a page of an order may leave rows out before it', async () => {
  const order = parseOrder(VISITS, 'persons');
  expect(digits(await read({ order, limit: 2, skip: 2 }))).toBe('13');
  expect(digits(await read({ order, limit: 2, skip: 2 }, ['DAYU']))).toBe('2');
  expect(await read({ order, limit: 2 }, [])).toEqual([]);
});

test('a cursor of another order is refused', async () => {
  const byDay = totalOrder(VISITS, parseOrder(VISITS, 'day'));
  const cursor = writeCursor('visits', byDay, ['2026-01-01', null]);
  for (const wrong of [cursor, 'x', '', Buffer.from('{}').toString('base64url')]) {
    await expect(read({ order: parseOrder(VISITS, 'persons'), after: wrong })).rejects.toThrow(
      'the cursor is not of',
    );
  }
});

test('without an order the rows come street by street as they changed', async () => {
  expect(digits(await read({}))).toBe('12345');
  expect(digits(await read({ limit: 2, skip: 2 }))).toBe('34');
  expect(digits(await read({ limit: 4, filter: parseFilter("form eq 'ROUTINE'") }))).toBe('145');
});

test('a limit holds for the rows of one street, and of none, too', async () => {
  const page = { limit: 2, skip: 1 };
  expect(digits(await read(page, ['DAYU']))).toBe('23');
  expect(digits(await read({ ...page, since: readPosition('0', STREETS) }, ['DAYU']))).toBe('29');
  expect(await read(page, [])).toEqual([]);
  expect(await read({ ...page, since: readPosition('0', STREETS) }, [])).toEqual([]);
});

test('changed rows that leave a condition come as removed', async () => {
  const query = { since: readPosition('DAYU:1', STREETS), leaving: parseFilter("form eq 'ROUTINE'") };
  const rows = await read(query, ['DAYU']);
  expect(rows.map(({ id, removed }) => [String(id).slice(-1), removed])).toEqual([
    ['2', true],
    ['9', true],
    ['3', true],
  ]);
});

test('since a position come the rows that changed and the ids of those removed', async () => {
  const since = (text: string) => read({ since: readPosition(text, STREETS) });
  const rows = await since('DAYU:1,CHENGZI:4');
  expect(rows.map(({ id, removed, note }) => [String(id).slice(-1), removed, note])).toEqual([
    ['2', false, "it's"],
    ['9', true, null],
    ['3', false, null],
  ]);
  expect(digits(await since('DAYU:9'))).toBe('45');
  expect(digits(await since('0'))).toBe('129345');
  expect(await since('DAYU:9,CHENGZI:4')).toEqual([]);
  for (const wrong of ['', 'DAYU', 'DAYU:x', 'DAYU:1:2', 'NOWHERE:1', 'DAYU:-1']) {
    expect(() => readPosition(wrong, STREETS)).toThrow('Give “street:position”');
  }
});

test('rows are counted as they are filtered', async () => {
  const parameters = new Parameters();
  const query = { dataset: VISITS, select: [], filter: parseFilter('done') };
  const { rows } = await client.query(countSql(query, parameters), parameters.values);
  expect(rows).toEqual([{ count: '2' }]);
  const ofOne = await client.query(countSql({ ...query, parts: ['DAYU'] }, LITERALS));
  expect(ofOne.rows).toEqual([{ count: '1' }]);
});

test('the feed of one street has pages, and that of none is empty', async () => {
  const ofStreets = async (streets: readonly string[], query: Partial<RowsQuery>): Promise<string> => {
    const whole = { dataset: VISITS, select: VISITS.columns, ...query };
    const { rows } = await client.query<Record<string, unknown>>(rowsSql(whole, streets, LITERALS));
    return digits(rows);
  };
  expect(await ofStreets(['DAYU'], { limit: 1, skip: 1 })).toBe('2');
  expect(await ofStreets(['CHENGZI'], { limit: 5, since: new Map() })).toBe('45');
  expect(await ofStreets([], {})).toBe('');
  expect(await ofStreets([], { limit: 2, since: new Map() })).toBe('');
});
