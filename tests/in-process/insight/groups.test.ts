import { peopleOf } from '../../support/actors';
import { ANALYST, startInsightService, type InsightService } from '../../support/insight-service';

let insight: InsightService;
beforeAll(async () => {
  insight = await startInsightService();
});
afterAll(() => insight.close());

interface Groups {
  readonly nodes: readonly Readonly<Record<string, unknown>>[];
  readonly hasMore: boolean;
}

async function groups(given: string, parts = 'keys values', as = ANALYST): Promise<Groups> {
  const query = `{ insight { groups: workOrdersAggregate${given && `(${given})`} { nodes { ${parts} } hasMore } } }`;
  const answer = await insight.ask(query, {}, { as });
  expect(answer.errors).toBeUndefined();
  return (answer.data as { insight: { groups: Groups } }).insight.groups;
}

const rows = async (given: string): Promise<readonly unknown[]> =>
  (await groups(given)).nodes.map(({ keys, values }) => [...(keys as unknown[]), ...(values as unknown[])]);

test('on-time rate per center and month: one query, each value by its name', async () => {
  const { nodes } = await groups(
    'groupBy: [{ column: CENTER_NAME }, { column: CLOSED_AT, grain: MONTH }], measures: [ON_TIME_RATE, COUNT], filter: { closedAt: { isNull: false } }',
    'center: key(column: CENTER_NAME) month: key(column: CLOSED_AT, grain: MONTH) rate: value(measure: ON_TIME_RATE) count: value(measure: COUNT)',
  );
  expect(nodes).toEqual([{ center: '街道健康服务中心', month: '2026-03-01', rate: 0, count: 1 }]);
});

test('without any argument: the count of all rows', async () => {
  expect(await rows('')).toEqual([[4]]);
});

test.each([
  ['Asia/Shanghai', '2026-03-13'],
  ['UTC', '2026-03-12'],
  ['America/New_York', '2026-03-12'],
])('in %s a day begins where it does there', async (zone, day) => {
  const given = `groupBy: [{ column: CLOSED_AT, grain: DAY }], filter: { closedAt: { isNull: false } }, timezone: "${zone}"`;
  expect(await rows(given)).toEqual([[day, 1]]);
});

test('conditions on groups, their order, and whether there are more', async () => {
  const by = 'groupBy: [{ column: STREET }]';
  expect(await rows(by)).toEqual([
    ['CHENGZI', 1],
    ['DAYU', 2],
    ['DONGXINFANG', 1],
  ]);
  expect(await rows(`${by}, having: [{ measure: COUNT, is: { gt: 1 } }]`)).toEqual([['DAYU', 2]]);
  expect(await rows(`${by}, having: [{ measure: COUNT, is: { ge: 1, lt: 2 } }]`)).toHaveLength(2);
  expect(
    await rows(`${by}, orderBy: [{ measure: COUNT, direction: DESC }, { column: STREET, direction: DESC }]`),
  ).toEqual([
    ['DAYU', 2],
    ['DONGXINFANG', 1],
    ['CHENGZI', 1],
  ]);
  expect(await groups(`${by}, first: 2`)).toMatchObject({ hasMore: true, nodes: [{}, {}] });
  expect(await groups(`${by}, first: 3`)).toMatchObject({ hasMore: false });
});

test('values keep their kinds: true and false, numbers, null', async () => {
  expect(await rows('groupBy: [{ column: SAMPLE }, { column: YEAR }, { column: DELEGATION_ID }]')).toEqual(
    expect.arrayContaining([
      [false, 2026, expect.stringMatching(/^019a/), 1],
      [true, 2026, null, 1],
    ]),
  );
});

test('a street’s reader has groups of the street only', async () => {
  const { nodes } = await groups('groupBy: [{ column: STREET }]', 'keys values', peopleOf('DAYU').dispatcher);
  expect(nodes).toEqual([{ keys: ['DAYU'], values: [2] }]);
});

test.each([
  ['(first: 10001) { hasMore }', 'first'],
  ['(timezone: "Mars/Base") { hasMore }', 'timezone'],
  ['(measures: []) { hasMore }', 'measures'],
  ['(measures: [ATTENDANCE_RATE]) { hasMore }', 'measures'],
  ['(groupBy: [{ column: STATE, grain: MONTH }]) { hasMore }', 'groupBy'],
  ['(groupBy: [{ column: STATE }, { column: STATE }]) { hasMore }', 'groupBy'],
  ['(orderBy: [{ column: STATE }]) { hasMore }', 'orderBy'],
  ['(orderBy: [{ direction: DESC }]) { hasMore }', 'orderBy'],
  ['(having: [{ measure: ATTENDANCE_RATE, is: { gt: 1 } }]) { hasMore }', 'having'],
  ['{ nodes { key(column: STATE) } }', 'column'],
  ['{ nodes { value(measure: ON_TIME_RATE) } }', 'measure'],
])('workOrdersAggregate%s: the argument is named', async (query, argument) => {
  const { errors } = await insight.ask(`{ insight { workOrdersAggregate${query} } }`);
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
});
