import { peopleOf } from '../../support/actors';
import { idOf, insertCopied } from '../../support/copied-tables';
import { tokenOf } from '../../support/tokens';
import { ANALYST, startInsightService, type InsightService } from '../../support/insight-service';

let insight: InsightService;
beforeAll(async () => {
  insight = await startInsightService();
  // Days, times and flags with ties and nulls.
  for (let index = 0; index < 23; index += 1) {
    await insertCopied(insight.warehouse, 'chengzi.work_order', {
      id: 100 + index,
      position: 10 + index,
      number: `CHENGZI-2026-${index}`,
      state: index % 3 === 0 ? 'IN_PROGRESS' : 'CLOSED',
      source: 'DELEGATION',
      center_code: 'HEALTH',
      year: 2026,
      version: 1,
      sample: index % 2 === 0,
      created_at: `2026-03-${String(1 + (index % 5)).padStart(2, '0')} 15:59:59.123+00`,
      deadline: `2026-0${1 + (index % 4)}-15`,
      closed_at: index % 3 === 0 ? null : `2026-04-0${1 + (index % 4)} 16:30:00+00`,
    });
  }
});
afterAll(() => insight.close());

interface Page {
  readonly nodes: readonly Readonly<Record<string, unknown>>[];
  readonly removed: readonly unknown[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly totalCount: number | null;
  readonly position: string;
}

const PARTS = 'nodes { id } removed { street id position } pageInfo { hasNextPage endCursor } position';

async function page(query: string, as = ANALYST): Promise<Page> {
  const answer = await insight.ask(`{ insight { page: ${query} } }`, {}, { as });
  expect(answer.errors).toBeUndefined();
  return (answer.data as { insight: { page: Page } }).insight.page;
}

const refusal = async (query: string, as = ANALYST) =>
  (await insight.ask(`{ insight { ${query} } }`, {}, { as })).errors?.[0];

const ids = ({ nodes }: Page): readonly unknown[] => nodes.map(({ id }) => id);

const sqlIds = async (rest: string): Promise<readonly unknown[]> =>
  (await insight.warehouse.query(`SELECT id FROM bi.work_orders ${rest}`)).map(({ id }) => id);

test('all overdue work orders of the district by deadline, page 3: one query', async () => {
  const query = `workOrders(filter: { overdue: { eq: true } }, orderBy: [{ column: DEADLINE }], first: 3, skip: 6)
    { nodes { id number deadline centerName streetName } totalCount freshness { street stale } }`;
  const third = await page(query);
  expect(ids(third)).toEqual(await sqlIds('WHERE overdue ORDER BY deadline, id LIMIT 3 OFFSET 6'));
  expect(third.nodes).toHaveLength(3);
  expect(third.totalCount).toBe((await sqlIds('WHERE overdue')).length);
});

test('decimal numbers are filtered, ordered and shown as numbers', async () => {
  const facts = (filter: string) =>
    page(
      `districtFacts(filter: { number: ${filter} }, orderBy: [{ column: NUMBER }]) { nodes { code number } }`,
    );
  expect((await facts('{ gt: 1447.8, lt: 1447.9 }')).nodes).toEqual([{ code: 'AREA', number: 1447.85 }]);
  expect((await facts('{ in: [1447.85] }')).nodes).toHaveLength(1);
  expect((await facts('{ ne: 1447.85 }')).nodes).toEqual([]);
});

test.each([
  ['[]', 'id'],
  ['[{ column: DEADLINE }]', 'deadline, id'],
  ['[{ column: CLOSED_AT }]', 'closed_at, id'],
  ['[{ column: CLOSED_AT, direction: DESC }, { column: NUMBER }]', 'closed_at DESC, number, id'],
  ['[{ column: SAMPLE }, { column: CREATED_AT, direction: DESC }]', 'sample, created_at DESC, id'],
  ['[{ column: COMMUNITY_CODES }]', 'community_codes, id'],
  ['[{ column: DAYS_TO_CLOSE, direction: DESC }]', 'days_to_close DESC, id'],
])('the pages by %s have each row once, nulls included', async (orderBy, sql) => {
  const all: unknown[] = [];
  for (let after = ''; ;) {
    const one = await page(`workOrders(first: 4, orderBy: ${orderBy}${after}) { ${PARTS} }`);
    all.push(...ids(one));
    if (!one.pageInfo.hasNextPage) break;
    after = `, after: "${one.pageInfo.endCursor}"`;
  }
  expect(all).toEqual(await sqlIds(`ORDER BY ${sql}`));
});

test.each([
  ['{ state: { eq: "CLOSED" } }', `state = 'CLOSED'`],
  ['{ state: { ne: "CLOSED" } }', `state IS DISTINCT FROM 'CLOSED'`],
  [
    '{ state: { in: ["CLOSED", "RETURNED"] }, sample: { eq: false } }',
    `state IN ('CLOSED', 'RETURNED') AND NOT sample`,
  ],
  ['{ number: { startsWith: "DAYU" } }', `starts_with(number, 'DAYU')`],
  ['{ number: { contains: "2026-1" } }', `number LIKE '%2026-1%'`],
  ['{ centerName: { contains: "健康" } }', `center_name LIKE '%健康%'`],
  ['{ closedAt: { isNull: true } }', 'closed_at IS NULL'],
  [
    '{ closedAt: { ge: "2026-04-02T00:00:00+08:00", lt: "2026-04-03T00:30:00+08:00" } }',
    `closed_at >= '2026-04-02T00:00:00+08' AND closed_at < '2026-04-03T00:30:00+08'`,
  ],
  ['{ deadline: { le: "2026-02-15" } }', `deadline <= '2026-02-15'`],
  ['{ daysToClose: { gt: 30 } }', 'days_to_close > 30'],
  ['{ communityCodes: { contains: "110109001002" } }', `'110109001002' = ANY (community_codes)`],
  [`{ id: { in: ["${idOf(10)}", "${idOf(101)}"] } }`, `id IN ('${idOf(10)}', '${idOf(101)}')`],
  [
    '{ not: { closedAt: { ge: "2026-04-02T00:00:00Z" } } }',
    `NOT coalesce(closed_at >= '2026-04-02T00:00:00Z', false)`,
  ],
  [
    '{ or: [{ state: { eq: "RETURNED" } }, { and: [{ sample: { eq: true } }, { closedAt: { isNull: false } }] }] }',
    `state = 'RETURNED' OR (sample AND closed_at IS NOT NULL)`,
  ],
  ['{ state: null, and: [] }', 'true'],
])('the filter %s leaves the rows that SQL does', async (filter, sql) => {
  const found = await page(`workOrders(first: 500, filter: ${filter}) { ${PARTS} totalCount }`);
  expect(ids(found)).toEqual(await sqlIds(`WHERE ${sql} ORDER BY id`));
  expect(found.totalCount).toBe(found.nodes.length);
});

test('values are those of the schema: days, instants in UTC, lists, positions as texts', async () => {
  const { nodes } = await page(
    `workOrders(filter: { number: { eq: "DAYU-2026-0001" } }) { nodes { id deadline closedAt communityCodes communityNames onTime daysToClose position live { __typename code } } }`,
  );
  expect(nodes).toEqual([
    {
      id: idOf(10),
      deadline: '2026-03-20',
      closedAt: '2026-03-12T17:00:00.000Z',
      communityCodes: ['110109001002', '110109001001'],
      communityNames: '月季园社区居委会、葡萄嘴社区居委会',
      onTime: false,
      daysToClose: expect.any(Number),
      position: '7',
      live: { __typename: 'DayuStreet', code: 'DAYU' },
    },
  ]);
});

test.each([
  ['workOrders(first: 501) { totalCount }', 'first'],
  ['workOrders(skip: -1) { totalCount }', 'skip'],
  ['workOrders(filter: { state: { eq: "DONE" } }) { totalCount }', 'filter'],
  ['workOrders(filter: { or: [] }) { totalCount }', 'filter'],
  ['workOrders(orderBy: [{ column: KIND }]) { nodes { id } }', 'orderBy'],
  ['workOrders(orderBy: [{ column: STATE }, { column: STATE }]) { nodes { id } }', 'orderBy'],
  ['workOrders(after: "nonsense") { nodes { id } }', 'after'],
  ['workOrders(since: "NOWHERE:3") { position }', 'since'],
  ['workOrders(since: "0", after: "x") { position }', 'after'],
  ['workOrders(since: "0", orderBy: [{ column: STATE }]) { position }', 'orderBy'],
])('%s: the argument is named', async (query, argument) => {
  expect(await refusal(query)).toMatchObject({
    message: expect.stringMatching(/^\w+：.*\p{Script=Han}.* · /u),
    extensions: { code: 'BAD_USER_INPUT', argument },
  });
});

test('a street’s reader sees the street only, whatever the filter says', async () => {
  const { dispatcher } = peopleOf('CHENGZI');
  const own = await page(
    'workOrders(first: 500, filter: { or: [{ street: { eq: "DAYU" } }, { street: { ne: "DAYU" } }] }) { nodes { id } totalCount freshness { street } }',
    dispatcher,
  );
  expect(ids(own)).toEqual(await sqlIds(`WHERE street = 'CHENGZI' ORDER BY id`));
  expect(own.totalCount).toBe(own.nodes.length);
  expect(own).toMatchObject({ freshness: [{ street: 'CHENGZI' }] });
  const changed = await page(`workOrders(since: "0", first: 500) { ${PARTS} }`, dispatcher);
  expect(changed.nodes).toHaveLength(own.nodes.length);
  expect(changed.position).toBe('CHENGZI:100');
});

test('without a token it is UNAUTHENTICATED, for a role that reads less FORBIDDEN, and nothing else is lost', async () => {
  const anonymous = await insight.ask('{ insight { workOrders { totalCount } } }', {}, {});
  expect(anonymous).toMatchObject({
    data: { insight: { workOrders: null } },
    errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
  });
  const secretary = {
    subject: 's',
    role: 'COMMUNITY_SECRETARY',
    street: 'DAYU',
    community: '110109001001',
  } as const;
  expect(await refusal('workOrders { totalCount }', secretary)).toMatchObject({
    extensions: { code: 'FORBIDDEN' },
  });
});

test('since a position: what changed and what was removed, page by page, each once', async () => {
  await insight.warehouse
    .query(`INSERT INTO bi.removed_rows VALUES ('DAYU', 'work_order', '${idOf(99)}', 9, now()),
    ('CHENGZI', 'work_order', '${idOf(98)}', 20, now()), ('CHENGZI', 'meeting', '${idOf(97)}', 21, now())`);
  const [rows, removed]: [unknown[], unknown[]] = [[], []];
  let since = 'DAYU:7,CHENGZI:12';
  for (;;) {
    const one = await page(`workOrders(first: 4, since: "${since}") { ${PARTS} }`);
    rows.push(...ids(one));
    removed.push(...one.removed);
    since = one.position;
    if (!one.pageInfo.hasNextPage) break;
  }
  const changed = await sqlIds(
    `WHERE CASE street WHEN 'DAYU' THEN position > 7 WHEN 'CHENGZI' THEN position > 12 ELSE true END ORDER BY street = 'DAYU' DESC, street = 'CHENGZI' DESC, position`,
  );
  expect(rows).toEqual(changed);
  expect(removed).toEqual([
    { street: 'DAYU', id: idOf(99), position: '9' },
    { street: 'CHENGZI', id: idOf(98), position: '20' },
  ]);
  expect(since).toBe('DAYU:100,CHENGZI:100,DONGXINFANG:100,DATAI:100');
  expect(await page(`workOrders(since: "${since}") { ${PARTS} }`)).toMatchObject({ nodes: [], removed: [] });
});

test('a page without rows leads nowhere', async () => {
  const { nodes, pageInfo } = await page(`workOrders(first: 0) { ${PARTS} }`);
  expect([nodes, pageInfo]).toEqual([[], { hasNextPage: false, endCursor: null }]);
});

test('a stale source is named, and refused where strictness is asked for', async () => {
  await insight.warehouse.query(
    `UPDATE source_state SET state = 'UNREACHABLE', problem = '断线' WHERE street = 'DATAI'`,
  );
  try {
    expect(await page('workOrders { freshness { street stale problem } }')).toMatchObject({
      freshness: [
        { street: 'DAYU', stale: false, problem: null },
        { stale: false },
        { stale: false },
        { street: 'DATAI', stale: true, problem: '断线 · 断线' },
      ],
    });
    const answer = await insight.ask(
      '{ insight(strict: true) { workOrders { totalCount } departments { totalCount } } }',
    );
    expect(answer).toMatchObject({
      data: { insight: { workOrders: null, departments: { totalCount: 1 } } },
      errors: [{ extensions: { code: 'SUBGRAPH_UNAVAILABLE', streets: ['DATAI'] } }],
    });
    const ofOne =
      '{ insight(strict: true) { workOrders(filter: { street: { eq: "DAYU" } }) { totalCount } } }';
    expect((await insight.ask(ofOne)).errors).toBeUndefined();
  } finally {
    await insight.warehouse.query(`UPDATE source_state SET state = 'FOLLOWING', problem = NULL`);
  }
});

test('what comes after the caller’s time is over is not read', async () => {
  const response = await fetch(`${insight.address}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-time-left-ms': '0',
      authorization: `Bearer ${await tokenOf(ANALYST)}`,
    },
    body: JSON.stringify({ query: '{ insight { workOrders { totalCount } } }' }),
  });
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'OVERLOADED' } }] });
});
