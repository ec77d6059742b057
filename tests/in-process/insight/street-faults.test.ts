import { once } from 'node:events';
import { get as httpGet, type IncomingMessage } from 'node:http';
import { Client } from 'pg';
import { openInsightDoors, type GrantedKey, type InsightDoors } from '../../support/insight-doors';
import { createFollowedStreet, type FollowedStreet } from '../../support/followed-street';
import { eventually, eventuallyHolds } from '../../support/wait';

let followed: FollowedStreet;
let doors: InsightDoors;
let key: GrantedKey;

/** Rows so long that an export of them does not fit into what lies between the database and a reader who waits: 96 MB. */
const LONG = 6000;
const CELL = 16_000;

beforeAll(async () => {
  followed = await createFollowedStreet();
  await addOrders(1, 4);
  await addOrders(101, LONG, CELL);
  await followed.backUp();
  await followed.follow();
  doors = await openInsightDoors(followed.warehouse, ['DAYU']);
  key = await doors.grant();
  await becomes('FOLLOWING');
});
afterAll(async () => {
  await doors.close();
  await followed.drop();
});

/** Adds orders to the street with nothing that they refer to, which a copy does not look at. */
const addOrders = (from: number, count: number, length = 1): Promise<unknown> =>
  followed.street.query(`SET session_replication_role = replica;
    INSERT INTO work_order (created_at, updated_at, number, year, sequence, state, title, content, source, delegation_id, project_id,
      center_code, responsible_person, deadline, issuer, base_task_codes)
    SELECT now(), now(), 'DAYU-2026-' || n, 2026, n, 'ISSUED', 't', 'c', 'DELEGATION', uuidv7(), uuidv7(), repeat('C', ${length}), 'p',
      date '2026-03-01', 'i', '{}' FROM generate_series(${from}, ${from + count - 1}) AS n`);

const get = (path: string): Promise<Response> =>
  fetch(`${doors.address}${path}`, {
    headers: { authorization: key.authorization, 'accept-encoding': 'identity' },
  });

const becomes = (state: string): Promise<void> =>
  eventually(`the street is ${state}`, async () => {
    const [street] = await followed.warehouse.query('SELECT state FROM bi.freshness');
    return street?.['state'] === state;
  });

interface Shown {
  readonly status: number;
  /** As the header or the answer names it. */
  readonly stale: readonly string[];
  readonly count: number;
}

const staleIn = ({ headers }: Response): readonly string[] =>
  (headers.get('bi-stale') ?? '').split(', ').filter((name) => name !== '');

async function graph(strict: boolean): Promise<Shown> {
  const text = `{ insight(strict: ${strict}) { workOrders(first: 1) { totalCount freshness { street stale } } } }`;
  const answer = await fetch(`${doors.address}/graphql`, {
    method: 'POST',
    headers: { authorization: key.authorization, 'content-type': 'application/json' },
    body: JSON.stringify({ query: text }),
  });
  const { data, errors } = (await answer.json()) as {
    data?: {
      insight?: {
        workOrders?: { totalCount: number; freshness: readonly { street: string; stale: boolean }[] } | null;
      };
    };
    errors?: readonly { extensions: { code: string } }[];
  };
  const page = data?.insight?.workOrders;
  if (!page)
    return {
      status: errors?.[0]?.extensions.code === 'SUBGRAPH_UNAVAILABLE' ? 503 : 500,
      stale: [],
      count: 0,
    };
  const stale = page.freshness.filter((each) => each.stale).map(({ street }) => street);
  return { status: 200, stale, count: page.totalCount };
}

/** Lines of a text; JSON Lines has no heading. */
const linesOf = (text: string): number => text.trimEnd().split('\n').length;

/** How many orders each door has, and which street it names as stale. */
const DOORS: readonly (readonly [name: string, ask: (strict: boolean) => Promise<Shown>])[] = [
  [
    'a file of CSV',
    (strict) => ask(`/bi/work_orders.csv?select=id&strict=${strict}`, (text) => linesOf(text) - 1),
  ],
  ['a file of JSON Lines', (strict) => ask(`/bi/work_orders.jsonl?select=id&strict=${strict}`, linesOf)],
  [
    'a summary',
    (strict) =>
      ask(
        `/bi/work_orders/summary.json?measures=count&strict=${strict}`,
        (text) => (JSON.parse(text) as { rows: [{ count: number }] }).rows[0].count,
      ),
  ],
  [
    'OData',
    (strict) =>
      ask(
        `/odata/work_orders?$count=true&$top=1&strict=${strict}`,
        (text) => (JSON.parse(text) as { '@odata.count': number })['@odata.count'],
      ),
  ],
  ['GraphQL', graph],
];

async function ask(path: string, countOf: (text: string) => number): Promise<Shown> {
  const answer = await get(path);
  const text = await answer.text();
  return { status: answer.status, stale: staleIn(answer), count: answer.ok ? countOf(text) : 0 };
}

const expectAtEachDoor = async (strict: boolean, shown: Shown): Promise<void> => {
  for (const [name, ask] of DOORS) expect([name, await ask(strict)]).toEqual([name, shown]);
};

/** Begins an export that the database cannot end before it is read on. */
async function beginExport(): Promise<IncomingMessage> {
  const url = `${doors.address}/bi/work_orders.csv?select=number,center_code`;
  const request = httpGet(url, { headers: { authorization: key.authorization } });
  // The event `response` has one argument.
  const [answer] = (await once(request, 'response')) as [IncomingMessage];
  expect(answer.statusCode).toBe(200);
  await once(answer, 'readable');
  await expectExporting();
  return answer;
}

const expectExporting = async (): Promise<void> => {
  const copies = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'doors' AND state = 'active' AND query LIKE 'COPY%'`;
  expect(await followed.warehouse.query(copies)).toHaveLength(1);
};

/** The last lines of an export, which is read to its end. */
async function endOf(answer: IncomingMessage): Promise<string> {
  let end = '';
  for await (const part of answer.setEncoding('utf8')) end = (end + String(part)).slice(-2 * CELL);
  expect(answer.complete).toBe(true);
  return end;
}

test('an export ends whole where its street ends meanwhile, and each door says that it is away', async () => {
  await expectAtEachDoor(true, { status: 200, stale: [], count: 4 + LONG });
  const answer = await beginExport();
  await followed.kill();
  await becomes('UNREACHABLE');
  await expectExporting();
  const end = await endOf(answer);
  expect(end.endsWith(`DAYU-2026-${100 + LONG},${'C'.repeat(CELL)}\n`)).toBe(true);
  await expectAtEachDoor(false, { status: 200, stale: ['DAYU'], count: 4 + LONG });
  await expectAtEachDoor(true, { status: 503, stale: [], count: 0 });
  expect(await firstRow()).toEqual({ stale: true });
});

/** A row says by itself whether its street is current: a file that is passed on has no headers. */
const firstRow = async (): Promise<unknown> =>
  (await get('/bi/work_orders.jsonl?select=stale&limit=1')).json();

test('a street that is back is followed on by itself', async () => {
  const [before] = await followed.warehouse.query('SELECT copied_at FROM bi.freshness');
  await followed.revive();
  await addOrders(5, 2);
  await eventuallyHolds(() => expectAtEachDoor(true, { status: 200, stale: [], count: 6 + LONG }));
  expect(await followed.warehouse.query('SELECT copied_at FROM bi.freshness')).toEqual([before]);
  expect(await firstRow()).toEqual({ stale: false });
});

test('a street whose changes are not written lags, and each door says so', async () => {
  const blocking = new Client({ connectionString: followed.warehouse.url });
  await blocking.connect();
  // Readers go on; who writes waits.
  await blocking.query('BEGIN; LOCK TABLE dayu.work_order IN SHARE ROW EXCLUSIVE MODE');
  await addOrders(7, 1);
  await eventually('the change waits', () => followed.warehouse.isWaiting());
  await followed.warehouse.query(`UPDATE warehouse.source SET fresh_at = now() - interval '10 minutes'`);
  await expectAtEachDoor(false, { status: 200, stale: ['DAYU'], count: 6 + LONG });
  await expectAtEachDoor(true, { status: 503, stale: [], count: 0 });
  await blocking.query('ROLLBACK');
  await blocking.end();
  await eventuallyHolds(() => expectAtEachDoor(true, { status: 200, stale: [], count: 7 + LONG }));
});

type Order = Readonly<Record<string, unknown>>;

/** Reads what changed since a position, as docs/bi.md says, and puts it into a copy. @returns the position to go on from */
async function readOn(copy: Map<unknown, Order>, since: string): Promise<string> {
  const answer = await get(`/bi/work_orders.jsonl?select=id,number,deadline&since=${since}`);
  for (const line of (await answer.text()).trimEnd().split('\n')) {
    const { removed, ...row } = JSON.parse(line) as Order;
    if (removed === true) copy.delete(row['id']);
    else copy.set(row['id'], row);
  }
  return answer.headers.get('bi-position') ?? '';
}

const deadlines = (copy: ReadonlyMap<unknown, Order>): Readonly<Record<string, unknown>> =>
  Object.fromEntries([...copy.values()].map(({ number, deadline }) => [String(number).slice(10), deadline]));

test('a street restored from an old copy is copied again: to readers by position rows are gone, back, and as they were', async () => {
  await followed.street.query(`SET session_replication_role = replica;
    UPDATE work_order SET deadline = '2026-12-31' WHERE sequence = 1; DELETE FROM work_order WHERE sequence = 2`);
  await eventuallyHolds(() => expectAtEachDoor(true, { status: 200, stale: [], count: 6 + LONG }));
  const copy = new Map<unknown, Order>();
  const position = await readOn(copy, '0');
  expect(deadlines(copy)).toMatchObject({ 1: '2026-12-31', 7: '2026-03-01' });
  expect(deadlines(copy)).not.toHaveProperty('2');
  const answer = await beginExport();
  await followed.restore();
  await becomes('COPYING');
  // The rows that the export began with stay until it has ended.
  await expectExporting();
  expect((await endOf(answer)).endsWith('DAYU-2026-7,C\nDAYU-2026-1,C\n')).toBe(true);
  await eventuallyHolds(() => expectAtEachDoor(true, { status: 200, stale: [], count: 4 + LONG }));
  await readOn(copy, position);
  const whole = new Map<unknown, Order>();
  await readOn(whole, '0');
  expect(deadlines(copy)).toEqual(deadlines(whole));
  expect(deadlines(copy)).toMatchObject({ 1: '2026-03-01', 2: '2026-03-01' });
  expect(copy.size).toBe(4 + LONG);
});
