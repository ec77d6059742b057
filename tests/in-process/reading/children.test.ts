import { Client } from 'pg';
import { statementsOf } from '../../support/test-database';
import { dispatchStage, people, type DispatchStage, type Row } from '../../support/dispatch';

const MANY = 120;

let stage: DispatchStage;
let orders: Row[];
beforeAll(async () => {
  stage = await dispatchStage();
  orders = [await stage.order(), await stage.order(), await stage.order()];
  const [most] = orders;
  await stage.dayu.database.query(
    `INSERT INTO evidence (created_at, updated_at, deleted_at, work_order_id, title, uri, media_type, sha256, author)
     SELECT now(), now(), CASE WHEN i % 10 = 0 THEN now() END, $1, '佐证' || i, 'https://example.org/' || i, 'image/png',
       repeat('a', 64), 'head'
     FROM generate_series(1, $2::integer) AS i`,
    [most?.['id'], MANY],
  );
});
afterAll(() => stage.dayu.close());

const evidenceOf = async (id: unknown, args: string): Promise<Row[]> => {
  const query = `query ($id: UUID!) { dayu { workOrder(id: $id) { evidence${args} { id title } } } }`;
  const { workOrder } = await stage.read(query, { id }, people.dispatcher);
  return workOrder.evidence;
};
const inForce = Array.from({ length: MANY }, (_, index) => index + 1)
  .filter((number) => number % 10 !== 0)
  .map((number) => `佐证${number}`);
const titles = (rows: readonly Row[]) => rows.map(({ title }) => title);

test.each([
  ['', 50],
  ['(first: null)', 50],
  ['(first: 3)', 3],
  ['(first: 0)', 0],
  ['(first: 500)', inForce.length],
])('evidence%s of an order are the oldest %i in force', async (args, count) => {
  expect(titles(await evidenceOf(orders[0]?.['id'], args))).toEqual(inForce.slice(0, count));
});

test('the rest comes after the last, until fewer come than were asked for', async () => {
  const all: Row[] = [];
  let page = await evidenceOf(orders[0]?.['id'], '(first: 40)');
  while (page.length > 0) {
    all.push(...page);
    if (page.length < 40) break;
    // oxlint-disable-next-line no-await-in-loop
    page = await evidenceOf(orders[0]?.['id'], `(first: 40, after: "${page.at(-1)?.['id']}")`);
  }
  expect(titles(all)).toEqual(inForce);
});

test.each([-1, 501, 90_000])('first: %i is refused by name', async (first) => {
  const { data, errors } = await stage.dayu.ask(
    `{ dayu { workOrders(first: 1) { nodes { evidence(first: ${first}) { id } } } } }`,
    {},
    { as: people.dispatcher },
  );
  expect(data).toEqual({ dayu: { workOrders: { nodes: [{ evidence: null }] } } });
  expect(errors).toMatchObject([
    {
      message: expect.stringMatching(/^first：/),
      extensions: { code: 'BAD_USER_INPUT', argument: 'first' },
    },
  ]);
});

test('each row has its own so many, in the one statement that reads the rows', async () => {
  const ask = async (selection: string) => {
    let nodes: Row[] = [];
    const statements = await statementsOf(async () => {
      const query = `{ dayu { workOrders { nodes { id ${selection} } } } }`;
      nodes = (await stage.read(query, {}, people.dispatcher)).workOrders.nodes;
    });
    return { nodes, count: statements.length };
  };
  const without = await ask('');
  expect(without.count).toBe(1);
  const one = await ask('history(first: 1) { command }');
  expect(one.nodes).toHaveLength(orders.length);
  for (const { history } of one.nodes) expect(history).toHaveLength(1);
  expect(one.count).toBe(without.count);
  const two = await ask('few: evidence(first: 2) { title } all: evidence(first: 500) { title }');
  expect(two.count).toBe(without.count);
  const most = two.nodes.find(({ id }) => id === orders[0]?.['id']);
  expect([titles(most?.['few']), titles(most?.['all'])]).toEqual([inForce.slice(0, 2), inForce]);
});

test('what the database hands over is no more than what is asked for', async () => {
  const answers = jest.spyOn(Client.prototype, 'query');
  const handedOver = async (args: string): Promise<number> => {
    answers.mockClear();
    await evidenceOf(orders[0]?.['id'], args);
    const all = await Promise.all(answers.mock.results.map(({ value }) => value as unknown));
    return JSON.stringify(all.map((answer) => Object(answer).rows)).length;
  };
  const few = await handedOver('(first: 2)');
  expect(await handedOver('(first: 500)')).toBeGreaterThan(10 * few);
  answers.mockRestore();
});
