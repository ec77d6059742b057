import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../../tests/support/test-database';
import { Parameters } from '../bind';
import { parseFilter } from '../filter/parse-filter';
import { VISITS, VISITS_VIEW } from '../test-support/visits';
import {
  aggregateSql,
  groupCountSql,
  groupTerm,
  measureNamed,
  type AggregateQuery,
  type GroupValue,
} from './aggregate-query';
import { columnValue } from './column-value';

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

const [COUNT, PERSONS] = ['count', 'personsSum'].map((name) => measureNamed(VISITS, name, 'measures'));
const group = (name: string, grain?: 'HOUR' | 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR') =>
  groupTerm(VISITS, name, grain, 'groupBy');

async function read(query: Partial<AggregateQuery<GroupValue>>): Promise<readonly unknown[]> {
  const parameters = new Parameters();
  const whole = {
    dataset: VISITS,
    groupBy: [],
    measures: COUNT ? [COUNT] : [],
    timeZone: 'Asia/Shanghai',
    ...query,
  };
  const text = `SELECT to_jsonb(answer) AS answer FROM (${aggregateSql(whole, parameters)}) AS answer`;
  const { rows } = await client.query<{ answer: unknown }>(text, parameters.values);
  const ofParts = new Parameters();
  const inParts = aggregateSql({ ...whole, parts: ['DAYU', 'CHENGZI'] }, ofParts);
  const same = await client.query<{ answer: unknown }>(
    `SELECT to_jsonb(answer) AS answer FROM (${inParts}) AS answer`,
    ofParts.values,
  );
  expect(same.rows).toEqual(rows);
  return rows.map(({ answer }) => answer);
}

test('without groups all rows are one', async () => {
  expect(await read({})).toEqual([{ count: 5 }]);
  expect(await read({ filter: parseFilter('persons gt 100') })).toEqual([{ count: 0 }]);
});

test('groups are ordered by what they are grouped by, absent values last', async () => {
  expect(await read({ groupBy: [group('form'), group('street')] })).toEqual([
    { form: 'FOLLOW_UP', street: 'DAYU', count: 1 },
    { form: 'ROUTINE', street: 'CHENGZI', count: 2 },
    { form: 'ROUTINE', street: 'DAYU', count: 1 },
    { form: null, street: 'DAYU', count: 1 },
  ]);
});

test('times are grouped by periods of the time zone that is asked for', async () => {
  expect(await read({ groupBy: [group('recorded_at', 'MONTH')] })).toEqual([
    { recorded_at_month: '2026-01-01', count: 1 },
    { recorded_at_month: '2026-02-01', count: 3 },
    { recorded_at_month: null, count: 1 },
  ]);
  expect(await read({ groupBy: [group('recorded_at', 'MONTH')], timeZone: 'UTC' })).toEqual([
    { recorded_at_month: '2026-01-01', count: 2 },
    { recorded_at_month: '2026-02-01', count: 2 },
    { recorded_at_month: null, count: 1 },
  ]);
  expect(await read({ groupBy: [group('day', 'WEEK')], first: 1 })).toEqual([
    { day_week: '2025-12-29', count: 1 },
  ]);
  expect(await read({ groupBy: [group('recorded_at', 'HOUR')], first: 1 })).toEqual([
    { recorded_at_hour: '2026-01-01T08:00:00', count: 1 },
  ]);
});

test('measures are conditions and orders too', async () => {
  const measures = COUNT && PERSONS ? [COUNT, PERSONS] : [];
  const having = measures.slice(1).map((measure) => ({ measure, comparison: 'GE' as const, value: 0 }));
  expect(
    await read({
      groupBy: [group('street')],
      measures,
      orderBy: [{ name: 'persons_sum', descending: true }],
    }),
  ).toEqual([
    { street: 'DAYU', count: 3, persons_sum: 10 },
    { street: 'CHENGZI', count: 2, persons_sum: -4 },
  ]);
  expect(await read({ groupBy: [group('street')], measures, having })).toEqual([
    { street: 'DAYU', count: 3, persons_sum: 10 },
  ]);
});

const ofColumn = (column: string, method: string) =>
  columnValue(VISITS, { column, method, name: method }, 'measures');

test('values are made of columns too', async () => {
  const measures = [
    ...['sum', 'min', 'max', 'average'].map((method) => ofColumn('persons', method)),
    ofColumn('form', 'countdistinct'),
  ];
  expect(await read({ measures })).toEqual([{ sum: 6, min: -4, max: 7, average: 1.5, countdistinct: 2 }]);
});

test('groups are counted and skipped', async () => {
  const groupBy = [group('form')];
  expect(await read({ groupBy, first: 1, skip: 1 })).toEqual([{ form: 'ROUTINE', count: 3 }]);
  const parameters = new Parameters();
  const query = { dataset: VISITS, groupBy, measures: [], timeZone: 'UTC', first: 1 };
  const { rows } = await client.query(groupCountSql(query, parameters), parameters.values);
  expect(rows).toEqual([{ count: '3' }]);
});

test.each<[string, () => unknown, string]>([
  ['no such method', () => ofColumn('persons', 'median'), 'countdistinct'],
  ['a sum of texts', () => ofColumn('note', 'sum'), 'does not take'],

  ['no such measure', () => measureNamed(VISITS, 'mean', 'measures'), 'count, persons_sum'],
  ['a period of a text', () => group('note', 'DAY'), 'is no time'],
  ['hours of a day', () => group('day', 'HOUR'), 'DAY'],
  ['no such time zone', () => read({ timeZone: 'Mars/Olympus' }), 'Asia/Shanghai'],
  [
    'an order by what is not there',
    () => read({ orderBy: [{ name: 'note', descending: false }] }),
    'have no',
  ],
])('%s is refused', async (_, work, words) => {
  await expect((async () => work())()).rejects.toThrow(words);
});
