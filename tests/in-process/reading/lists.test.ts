import { statementsOf } from '../../support/test-database';
import { COMMUNITIES, dispatchStage, people, type DispatchStage, type Row } from '../../support/dispatch';

let stage: DispatchStage;
beforeAll(async () => {
  stage = await dispatchStage();
  // Few values for many visits, so that ties are the rule; those of one center follow a plan.
  for (let index = 0; index < 40; index += 1) {
    const [day, later] = [1 + (index % 5), index % 3];
    const center = index % 3 === 0 ? 'HEALTH' : 'CIVIL_AFFAIRS';
    const community = COMMUNITIES[index % 2] ?? '';
    const staff = `staff-${index % 2}`;
    // One after the other, since ids tell their order.
    await addVisit({ day: `2026-03-0${day}`, recorded: `2026-03-0${day + later}`, center, community, staff });
  }
});

interface Visit {
  readonly day: string;
  readonly recorded: string;
  readonly center: string;
  readonly community: string;
  readonly staff: string;
}

async function addVisit({ day, recorded, center, community, staff }: Visit): Promise<void> {
  const of = { center_code: center, community_code: community };
  const planned = { center_code: center, day, people: [staff], community_codes: COMMUNITIES };
  const plan =
    center === 'HEALTH'
      ? await stage.add('visit_plan', {
          ...planned,
          route: '一号院',
          actions: '走访',
          created_at: '2026-03-01T00:00:00Z',
        })
      : null;
  const record = await stage.add('visit_record', { ...of, author_subject: staff, text: '记录' });
  await stage.add('community_visit', {
    ...of,
    day,
    form: 'CALL',
    staff_subject: staff,
    record_id: record,
    plan_id: plan,
    created_at: `${recorded}T01:00:00.123Z`,
  });
}
afterAll(() => stage.dayu.close());

const list = async (args: string, selection: string): Promise<Row> => {
  const { communityVisits } = await stage.read(
    `{ dayu { communityVisits(${args}) { ${selection} } } }`,
    {},
    people.leader,
  );
  return communityVisits;
};
const NODE = 'id day centerCode communityCode staffSubject createdAt plan { id }';
const all = async (args = 'first: 500'): Promise<Row[]> => (await list(args, `nodes { ${NODE} }`)).nodes;

type Key = (row: Row) => string | null;

/** Sorts as the schema says that the list is ordered: null is the greatest value, ties are in the order of ids. */
function sorted(rows: readonly Row[], keys: readonly (readonly [key: Key, direction: 'ASC' | 'DESC'])[]) {
  const compare = (a: string | null, b: string | null): number => {
    if (a === b) return 0;
    if (a === null) return 1;
    return b === null || a < b ? -1 : 1;
  };
  return rows.toSorted((a, b) => {
    for (const [key, direction] of keys) {
      const order = compare(key(a), key(b)) * (direction === 'ASC' ? 1 : -1);
      if (order !== 0) return order;
    }
    return compare(a['id'], b['id']);
  });
}
const day: Key = ({ day: it }) => it;
const center: Key = ({ centerCode }) => centerCode;
const recorded: Key = ({ createdAt }) => createdAt;

const ids = (rows: readonly Row[]) => rows.map(({ id }) => id as string);

const ORDERS: readonly (readonly [string, readonly (readonly [Key, 'ASC' | 'DESC'])[]])[] = [
  ['[{ field: DAY }]', [[day, 'ASC']]],
  ['[{ field: DAY, direction: DESC }]', [[day, 'DESC']]],
  [
    '[{ field: CENTER_CODE, direction: DESC }, { field: DAY }]',
    [
      [center, 'DESC'],
      [day, 'ASC'],
    ],
  ],
  [
    '[{ field: DAY }, { field: CREATED_AT }]',
    [
      [day, 'ASC'],
      [recorded, 'ASC'],
    ],
  ],
];

test.each(ORDERS)('ordered by %s, a list is complete and in that order', async (orderBy, keys) => {
  expect(ids(await all(`first: 500, orderBy: ${orderBy}`))).toEqual(ids(sorted(await all(), keys)));
});

test.each(ORDERS)('by %s, pages forward and backward are those of the whole', async (orderBy, keys) => {
  const whole = ids(sorted(await all(), keys));
  for (const [size, end, cursor, next] of [
    ['first', 'endCursor', 'after', 'hasNextPage'],
    ['last', 'startCursor', 'before', 'hasPreviousPage'],
  ] as const) {
    const pages: string[][] = [];
    let place = '';
    for (;;) {
      const page = await list(
        `${size}: 7, orderBy: ${orderBy}${place}`,
        `nodes { id } pageInfo { ${end} ${next} }`,
      );
      pages.push(ids(page['nodes']));
      if (!page['pageInfo'][next]) break;
      place = `, ${cursor}: "${page['pageInfo'][end]}"`;
    }
    expect(size === 'first' ? pages.flat() : pages.toReversed().flat()).toEqual(whole);
    expect(pages).toHaveLength(6);
  }
});

test('each edge’s cursor continues after that very row, null or not', async () => {
  const orderBy = 'orderBy: [{ field: RESOLVED_AT, direction: DESC }, { field: MISSED_DEADLINE }]';
  const orders = [await stage.order(), await stage.order(), await stage.order(), await stage.order()];
  for (const [index, order] of orders.entries()) {
    const resolved = index % 2 === 0;
    await stage.add('supervision', {
      work_order_id: order['id'],
      state: resolved ? 'RESOLVED' : 'OPEN',
      missed_deadline: `2026-03-1${index}`,
      ...(resolved && { resolved_at: '2026-03-20T00:00:00.5Z', resolved_by: 'dispatcher' }),
    });
  }
  const ask = async (args: string) => {
    const { supervisions } = await stage.read(
      `{ dayu { supervisions(${orderBy}${args}) { edges { cursor node { id missedDeadline } } } } }`,
      {},
      people.leader,
    );
    return supervisions.edges as Row[];
  };
  const edges = await ask('');
  expect(edges.map(({ node }) => node.missedDeadline)).toEqual([
    '2026-03-11',
    '2026-03-13',
    '2026-03-10',
    '2026-03-12',
  ]);
  for (const [index, { cursor }] of edges.entries()) {
    expect(await ask(`, after: "${cursor}"`)).toEqual(edges.slice(index + 1));
    expect(await ask(`, last: 10, before: "${cursor}"`)).toEqual(edges.slice(0, index));
  }
});

test.each<[string, (row: Row) => boolean]>([
  ['centerCodeIn: ["HEALTH", "GENERAL_AFFAIRS"]', ({ centerCode }) => centerCode === 'HEALTH'],
  ['dayFrom: "2026-03-02", dayTo: "2026-03-03"', ({ day: it }) => it === '2026-03-02' || it === '2026-03-03'],
  ['planIdIsNull: true', ({ plan }) => plan === null],
  ['planIdIsNull: false', ({ plan }) => plan !== null],
  ['staffSubjectIn: ["staff-1", "staff-7"]', ({ staffSubject }) => staffSubject === 'staff-1'],
  [
    'createdAtFrom: "2026-03-02T00:00:00Z", createdAtBefore: "2026-03-04T01:00:00.123Z"',
    ({ createdAt }) => createdAt >= '2026-03-02T00:00:00.000Z' && createdAt < '2026-03-04T01:00:00.123Z',
  ],
])('filtered by %s, a list and its count are those rows', async (filter, isOne) => {
  const expected = ids((await all()).filter(isOne));
  expect(expected.length).toBeGreaterThan(0);
  const page = await list(`first: 500, filter: { ${filter} }`, 'nodes { id } totalCount');
  expect(ids(page['nodes'])).toEqual(expected);
  expect(page['totalCount']).toBe(expected.length);
});

test('a page from both ends is refused, with the two arguments named', async () => {
  const { errors } = await stage.dayu.ask(
    '{ dayu { communityVisits(first: 3, last: 2) { nodes { id } } } }',
    {},
    { as: people.leader },
  );
  expect(errors?.[0]).toMatchObject({
    message: expect.stringMatching(/^last：不能与 first 同时给出.* · .*cannot be combined with `first`/),
    extensions: { code: 'BAD_USER_INPUT', argument: 'last' },
  });
});

test('an order by too many fields, and a cursor of another order, are refused by name', async () => {
  const ask = async (args: string) => {
    const { errors } = await stage.dayu.ask(
      `{ dayu { communityVisits(${args}) { nodes { id } } } }`,
      {},
      { as: people.leader },
    );
    return errors?.[0];
  };
  const fields = Array.from({ length: 6 }, () => '{ field: DAY }').join(', ');
  expect(await ask(`orderBy: [${fields}]`)).toMatchObject({
    message: expect.stringMatching(/^orderBy：/),
    extensions: { code: 'BAD_USER_INPUT' },
  });
  const { pageInfo } = await list('first: 1, orderBy: [{ field: DAY }]', 'pageInfo { endCursor }');
  expect(await ask(`after: "${pageInfo.endCursor}"`)).toMatchObject({
    message: expect.stringMatching(/^after：/),
    extensions: { code: 'BAD_USER_INPUT', argument: 'after' },
  });
});

test('a code leads to the name, whatever stands for it', async () => {
  const { nodes } = await list('first: 40', 'nodes { center { name code } community { name } }');
  const names = nodes.map((row: Row) => [row['center'].code, row['center'].name]);
  expect(new Map(names)).toEqual(
    new Map([
      ['HEALTH', '街道健康服务中心'],
      ['CIVIL_AFFAIRS', '街道事务处理服务中心'],
    ]),
  );
  for (const { community } of nodes) expect(community.name).toMatch(/社区居委会$/);
});

test('one list with what hangs on it, and its count, is one statement', async () => {
  const statements = await statementsOf(() =>
    list(
      'first: 500',
      `totalCount nodes { ${NODE} plan { route visits { id } } } edges { cursor node { day } }`,
    ),
  );
  expect(statements).toHaveLength(1);
});
