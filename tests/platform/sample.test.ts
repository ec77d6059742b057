import type { Actor } from '@mtg/access';
import { INSIGHT, SUBGRAPHS } from '@mtg/subgraphs';
import { query } from '../startup/support/query';
import { MtgHost, runMtg } from '../support/mtg';
import { ANALYST } from '../support/insight-service';
import { startPlatform, type Platform } from '../support/platform';
import { eventuallyHolds } from '../support/wait';
import { asksOfficersQuestions } from './questions/asks-officers-questions';

/** `npm start -- --sample` and `mtg sample` as a user has them, and then what officers ask of a year. */
let platform: Platform;
const host = new MtgHost();
beforeAll(async () => {
  platform = await startPlatform({
    flags: ['--sample'],
    initialised: [...SUBGRAPHS, INSIGHT].map(({ name }) => name),
    environment: { SWEEP_SECONDS: '5' },
  });
});
afterAll(async () => {
  await host.stop();
  expect(await platform?.stop()).toBe(0);
});

const STREETS = ['--street', 'DONGXINFANG', 'DATAI'];

const wordsOf = (given: readonly string[]): readonly string[] => [
  'sample',
  ...given,
  ...(given.includes('--data-dir') ? [] : ['--data-dir', platform.dataDirectory]),
];

const mtgSample = (...given: readonly string[]) => host.run({ environment: {} }, ...wordsOf(given));

/** A process of its own, for its exit code and its end. */
const mtgSampleAlone = (...given: readonly string[]) => runMtg({ environment: {} }, ...wordsOf(given));

const countsOf = async (): Promise<readonly { orders: number; samples: number }[]> =>
  Promise.all(
    ['dongxinfang', 'datai'].map(async (name) => {
      const [row] = await query(
        platform.part(name).ownerDatabaseUrl ?? '',
        'SELECT count(*)::int AS orders, (count(*) FILTER (WHERE sample))::int AS samples FROM work_order',
      );
      return row as { orders: number; samples: number };
    }),
  );

const accept = async (centerCode: string, id: string) => {
  const head: Actor = { subject: 'head', role: 'CENTER_HEAD', street: 'DATAI', center: centerCode };
  return platform.ask(
    'mutation ($id: UUID!) { datai { acceptWorkOrder(input: { workOrderId: $id, expectedVersion: 1 }) { workOrder { sample state } } } }',
    { id },
    { as: head },
  );
};

test('--sample has loaded a year into each street before all is said to be ready', async () => {
  for (const { orders, samples } of await countsOf()) {
    expect(samples).toBeGreaterThan(100);
    expect(orders).toBe(samples);
  }
  expect(platform.output()).toMatch(/大台街道: 已装载样例[^]*全部就绪/u);
});

test('a second load is refused as a whole, or leaves the street out when asked to', async () => {
  const before = await countsOf();
  expect(await mtgSampleAlone('--scale', '1', ...STREETS)).toMatchObject({
    code: 65,
    output: '',
    errors: expect.stringMatching(/DONGXINFANG, DATAI.*mtg sample --remove/u),
  });
  expect(await mtgSample('--scale', '1', '--if-none', ...STREETS)).toMatchObject({
    code: 0,
    output: expect.stringMatching(/东辛房街道: 已有样例，未改动.*\n大台街道: 已有样例，未改动/u),
  });
  expect(await countsOf()).toEqual(before);
});

interface Listed {
  readonly nodes: readonly { readonly id: string; readonly sample: boolean }[];
  readonly removed: readonly { readonly id: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean };
  readonly position: string;
}

async function listed(list: string, of: string): Promise<Listed> {
  const fields = 'nodes { id sample } removed { id } pageInfo { hasNextPage } position';
  const { data, errors } = await platform.ask(
    `{ insight { page: ${list}(first: 500, ${of}) { ${fields} } } }`,
    {},
    { as: ANALYST },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return (data as unknown as { insight: { page: Listed } }).insight.page;
}

/** Every row that was removed since a position, as a client reads them page by page. */
async function removedSince(list: string, position: string): Promise<ReadonlySet<string>> {
  const page = await listed(list, `since: "${position}"`);
  const ids = page.removed.map(({ id }) => id);
  return new Set([...ids, ...(page.pageInfo.hasNextPage ? await removedSince(list, page.position) : [])]);
}

test.each(['judgement', 'rule_finding', 'finding_answer'])(
  'sample rows of %s reach the warehouse as sample data',
  async (table) => {
    const list = `${table.replaceAll(/_(?<letter>.)/gu, (_, letter: string) => letter.toUpperCase())}s`;
    const ofDatai = 'filter: { street: { eq: "DATAI" } }';
    const [row] = await query(
      platform.part('datai').ownerDatabaseUrl ?? '',
      `SELECT count(*)::int AS rows FROM ${table} WHERE sample`,
    );
    const expected = Math.min(500, Number(row?.['rows']));
    expect(expected).toBeGreaterThan(0);
    await eventuallyHolds(async () => {
      const { nodes } = await listed(list, ofDatai);
      expect([nodes.length, nodes.every(({ sample }) => sample)]).toEqual([expected, true]);
    });
    copied.set(list, await listed(list, ofDatai));
  },
);

/** Rows that clients had before the sample was removed. */
const copied = new Map<string, Listed>();

test('when the sample is removed, each client that asks for what changed sees its judgements and findings go', async () => {
  expect(copied.size).toBe(3);
  expect(await mtgSample('--remove', '--street', 'DATAI')).toMatchObject({ code: 0 });
  for (const [list, { nodes, position }] of copied) {
    // oxlint-disable-next-line no-await-in-loop
    await eventuallyHolds(async () => {
      const gone = await removedSince(list, position);
      expect(nodes.filter(({ id }) => !gone.has(id))).toEqual([]);
    });
  }
  expect(await mtgSample('--scale', '1', '--street', 'DATAI')).toMatchObject({ code: 0 });
});

test('a street whose sample data cannot go keeps them whole, and the others lose theirs, also after commands on them', async () => {
  const [order] = await query(
    platform.part('datai').ownerDatabaseUrl ?? '',
    `SELECT id, center_code FROM work_order WHERE state = 'ISSUED' LIMIT 1`,
  );
  const accepted = await accept(String(order?.['center_code']), String(order?.['id']));
  expect(accepted).toEqual({
    data: { datai: { acceptWorkOrder: { workOrder: { sample: true, state: 'ACCEPTED' } } } },
  });
  // No command does this: a real row on a sample one.
  const dongxinfang = platform.part('dongxinfang').ownerDatabaseUrl ?? '';
  await query(
    dongxinfang,
    `INSERT INTO supervision (created_at, updated_at, work_order_id, state, missed_deadline)
     SELECT now(), now(), id, 'OPEN', '2026-03-01' FROM work_order WHERE state = 'CLOSED' LIMIT 1`,
  );
  const [whole] = await countsOf();
  expect(await mtgSample('--remove', ...STREETS)).toMatchObject({
    code: 65,
    output: expect.stringMatching(/东辛房街道: 未移除样例，未改动.*\n大台街道: 已移除样例.*: [1-9]\d* 行/u),
    errors: expect.stringContaining('supervision.work_order_id × 1'),
  });
  expect(await countsOf()).toEqual([whole, { orders: 0, samples: 0 }]);

  await query(dongxinfang, 'DELETE FROM supervision WHERE NOT sample');
  expect(await mtgSampleAlone('--remove', ...STREETS)).toMatchObject({
    code: 0,
    output: expect.stringMatching(/东辛房街道: 已移除样例.*: [1-9]\d* 行 .*\n大台街道: 已移除样例.*: 0 行/u),
  });
  expect(await countsOf()).toEqual([
    { orders: 0, samples: 0 },
    { orders: 0, samples: 0 },
  ]);
});

test('a load says how far it is, and is the same as the one before', async () => {
  const load = ['--scale', '1', '--seed', '7', '--until', '2026-07-01', '--street', 'DATAI'];
  const hash = async (): Promise<unknown> => {
    const [row] = await query(
      platform.part('datai').ownerDatabaseUrl ?? '',
      `SELECT md5(string_agg(w::text, ',' ORDER BY id)) AS hash FROM work_order w`,
    );
    return row?.['hash'];
  };
  expect(await mtgSampleAlone(...load)).toMatchObject({
    code: 0,
    errors: expect.stringMatching(/\d+ \/ \d+ 周/u),
  });
  const first = await hash();
  expect(first).toEqual(expect.any(String));
  expect(await mtgSample('--remove', '--street', 'DATAI')).toMatchObject({ code: 0 });
  expect(await mtgSample(...load)).toMatchObject({ code: 0 });
  expect(await hash()).toBe(first);
});

test.each([
  [['--remove', '--seed', '3'], 2, /--seed.*--remove/u],
  [['--remove', '--until', '2026-01-01'], 2, /--until.*--remove/u],
  [['--remove', '--if-none'], 2, /--if-none.*--remove/u],
  [['--scale', '2'], 2, /1, 10, 100/u],
  [['--scale', '1', '--street', 'NOWHERE'], 2, /NOWHERE.*DAYU, CHENGZI/u],
  [['--scale', '1', '--until', '2999-01-01'], 2, /--until/u],
  [['--scale', '1', '--data-dir', '/nowhere/at-all'], 66, /\/nowhere\/at-all.*--data-dir/u],
])('mtg sample %j: %i', async (given, code, sentence) => {
  expect(await mtgSample(...given)).toMatchObject({
    code,
    output: '',
    errors: expect.stringMatching(sentence),
  });
});

/** Three streets have a year until today, and one stopped on the day that it was loaded to last: it lacks what is asked for. */
describe('questions of officers', () => {
  beforeAll(async () => {
    expect(await mtgSample('--scale', '1', '--street', 'DONGXINFANG')).toMatchObject({ code: 0 });
  });

  asksOfficersQuestions(() => platform);
});
