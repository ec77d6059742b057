import { createLogger } from '@mtg/service-kit';
import { FEDERATED } from '@mtg/subgraphs';
import { startGateway, type Gateway } from '../../../gateway/src';
import { DEFINITIONS } from '../../support/definitions';
import { insertCopied } from '../../support/copied-tables';
import { committedSupergraph } from '../../support/gateway-before';
import { ANALYST, startInsightService, type InsightService } from '../../support/insight-service';
import { ask, startTestSubgraph, type GraphQLAnswer, type TestSubgraph } from '../../support/test-subgraph';

/** Where nothing answers. */
const NOWHERE = 'http://127.0.0.1:9';

/** One street and the insight program; the other streets and the district are down. */
let dayu: TestSubgraph;
let insight: InsightService;
let gateway: Gateway;
beforeAll(async () => {
  const definition = DEFINITIONS.find(({ name }) => name === 'dayu');
  if (!definition) throw new Error('the list has no dayu');
  dayu = await startTestSubgraph(definition);
  insight = await startInsightService();
  for (let index = 0; index < 6; index += 1) await insertOverdue(100 + index);
  const addresses: Readonly<Record<string, string>> = { dayu: dayu.address, insight: insight.address };
  gateway = await startGateway({
    supergraphSdl: committedSupergraph(),
    subgraphs: FEDERATED.map((listing) => ({
      name: listing.name,
      title: listing.title,
      url: `${addresses[listing.name] ?? NOWHERE}/graphql`,
      timeoutMs: 10_000,
      ...(listing.kind === 'street' && { street: listing.code }),
    })),
    host: '127.0.0.1',
    port: 0,
    logger: createLogger('gateway', 'silent'),
    introspection: true,
  });
});
/** The later its number, the earlier its deadline. */
const insertOverdue = (number: number): Promise<void> =>
  insertCopied(insight.warehouse, 'chengzi.work_order', {
    id: number,
    number: `CHENGZI-2026-9${number}`,
    state: 'IN_PROGRESS',
    source: 'DELEGATION',
    center_code: 'HEALTH',
    year: 2026,
    version: 1,
    sample: false,
    created_at: '2025-03-02 01:00+00',
    deadline: `2025-03-${String(120 - number)}`,
    position: number - 90,
  });

afterAll(async () => {
  await gateway?.stop();
  await insight?.close();
  await dayu?.close();
});

const read = (query: string, variables = {}): Promise<GraphQLAnswer> =>
  ask(gateway.address, query, variables, { as: ANALYST });

test('all overdue work orders of the district by deadline, page 3, are one query', async () => {
  const { data, errors } = await read(
    `query ($page: InsightWorkOrderFilter!) { insight {
      workOrders(filter: $page, orderBy: [{ column: DEADLINE }], first: 2, skip: 4) {
        nodes { number deadline centerName } totalCount pageInfo { hasNextPage } freshness { street freshAt stale } } } }`,
    { page: { overdue: { eq: true } } },
  );
  expect(errors).toBeUndefined();
  expect(data).toMatchObject({
    insight: {
      workOrders: {
        // DAYU-2026-0002 of the year 2000 is the first of all.
        nodes: [
          { number: 'CHENGZI-2026-9102', deadline: '2025-03-18', centerName: '街道健康服务中心' },
          { number: 'CHENGZI-2026-9101', deadline: '2025-03-19', centerName: '街道健康服务中心' },
        ],
        pageInfo: { hasNextPage: true },
        totalCount: expect.any(Number),
        freshness: [
          { street: 'DAYU' },
          { street: 'CHENGZI' },
          { street: 'DONGXINFANG' },
          { street: 'DATAI' },
        ],
      },
    },
  });
});

test('the on-time rate per center and month is one query', async () => {
  const { data, errors } = await read(`{ insight { workOrdersAggregate(
    groupBy: [{ column: CENTER_NAME }, { column: CLOSED_AT, grain: MONTH }], measures: [ON_TIME_RATE, COUNT],
    having: [{ measure: COUNT, is: { ge: 1 } }], filter: { closedAt: { isNull: false } }
  ) { nodes { keys values month: key(column: CLOSED_AT, grain: MONTH) } } } }`);
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    insight: {
      workOrdersAggregate: {
        nodes: [{ keys: ['街道健康服务中心', '2026-03-01'], values: [0, 1], month: '2026-03-01' }],
      },
    },
  });
});

test('a row leads to its live street; of a street that is down the row is there all the same', async () => {
  const { data, errors } = await read(
    '{ insight { workOrders(orderBy: [{ column: NUMBER }]) { nodes { number live { code name centers { name } } } } } }',
  );
  const { nodes } = (data as { insight: { workOrders: { nodes: Record<string, unknown>[] } } }).insight
    .workOrders;
  expect(nodes).toHaveLength(10);
  expect(nodes.find(({ number }) => number === 'DAYU-2026-0001')).toMatchObject({
    live: { code: 'DAYU', name: '大峪街道', centers: expect.arrayContaining([{ name: '街道健康服务中心' }]) },
  });
  expect(nodes.find(({ number }) => number === 'CHENGZI-2026-0001')).toBeDefined();
  expect(errors?.map(({ extensions }) => extensions['code'])).toContain('SUBGRAPH_UNAVAILABLE');
});

test('a row leads to its live object, and to no other of the same id', async () => {
  const [community] = await dayu.database.query<{ id: string; name: string }[]>(
    'SELECT id, name FROM community ORDER BY code LIMIT 1',
  );
  await insight.warehouse.query(
    `INSERT INTO dayu.community (id, code, name, feed_position) VALUES ('${community?.id}', '110109001999', '原名社区居委会', 9)`,
  );
  const asked = (fields: string): string =>
    `{ insight { communities(filter: { code: { eq: "110109001999" } }) { nodes { name object { ${fields} } } } } }`;
  expect(await read(asked('id community { name } section { id }'))).toEqual({
    data: {
      insight: {
        communities: {
          nodes: [
            {
              name: '原名社区居委会',
              object: { id: community?.id, community: { name: community?.name }, section: null },
            },
          ],
        },
      },
    },
  });
});

test('of a street that is down the object is null, and the row is there all the same', async () => {
  const { data, errors } = await read(
    '{ insight { workOrders(filter: { street: { eq: "DONGXINFANG" } }) { nodes { number object { workOrder { title } } } } } }',
  );
  expect(data).toEqual({
    insight: { workOrders: { nodes: [{ number: 'DONGXINFANG-2026-0001', object: { workOrder: null } }] } },
  });
  expect(errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }]);
});

test('errors keep their code and the argument; a wrong day is refused before it travels', async () => {
  expect((await read('{ insight { workOrders(first: 600) { totalCount } } }')).errors).toMatchObject([
    { extensions: { code: 'BAD_USER_INPUT', argument: 'first' } },
  ]);
  const wrong = '{ insight { workOrders(filter: { deadline: { eq: "2026-02-30" } }) { totalCount } } }';
  expect((await read(wrong)).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  const infinite = [
    'workOrdersAggregate(having: [{ measure: COUNT, is: { ge: 1e400 } }]) { hasMore }',
    'districtFacts(filter: { number: { gt: 1e400 } }) { totalCount }',
  ];
  for (const asked of infinite) {
    const { errors } = await read(`{ insight { ${asked} } }`);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  }
  expect((await ask(gateway.address, '{ insight { workOrders { totalCount } } }')).errors).toMatchObject([
    { extensions: { code: 'UNAUTHENTICATED' } },
  ]);
});

test('what would be too large is refused by its cost', async () => {
  const columns =
    'id number state deadline centerName closedAt createdAt updatedAt live { centers { name sections { name } } }';
  const { errors } = await read(
    `{ insight { ${['a', 'b', 'c', 'd'].map((alias) => `${alias}: workOrders(first: 500) { nodes { ${columns} } }`).join(' ')} } }`,
  );
  expect(errors).toMatchObject([{ extensions: { code: 'QUERY_TOO_LARGE' } }]);
});

test('with the insight program down the rest answers whole', async () => {
  await insight.stop();
  const { data, errors } = await read('{ dayu { name } insight { workOrders { totalCount } } }');
  expect(data).toEqual({ dayu: { name: '大峪街道' }, insight: null });
  expect(errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'insight' } }]);
});
