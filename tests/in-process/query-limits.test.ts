import { getIntrospectionQuery } from 'graphql';
import type { Gateway } from '../../gateway/src';
import { definition } from '../../subgraphs/dayu/src';
import { peopleOf } from '../support/actors';
import { startGatewayBefore } from '../support/gateway-before';
import { statementsOf } from '../support/test-database';
import { startTestSubgraph, type TestSubgraph } from '../support/test-subgraph';
import { tokenOf } from '../support/tokens';

/** How large a query may be where its variables say so: at a street, and at a gateway in front of it. */
let dayu: TestSubgraph;
let gateway: Gateway;
beforeAll(async () => {
  dayu = await startTestSubgraph(definition);
  gateway = await startGatewayBefore(dayu);
});
afterAll(async () => {
  await gateway?.stop();
  await dayu?.close();
});

interface Answer {
  readonly status: number;
  readonly body: { readonly data?: unknown; readonly errors?: readonly unknown[] };
}

async function ask(door: string, query: string, variables?: unknown): Promise<Answer> {
  const { dispatcher } = peopleOf('DAYU');
  const response = await fetch(`${door === 'gateway' ? gateway.address : dayu.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await tokenOf(dispatcher)}` },
    body: JSON.stringify({ query, variables }),
  });
  const body: Answer['body'] = JSON.parse(await response.text());
  return { status: response.status, body };
}

const passed: Answer = { status: 200, body: { data: { dayu: { workOrders: { nodes: [] } } } } };
const refused: Answer = {
  status: 400,
  body: {
    errors: [
      {
        message: expect.stringMatching(
          /^查询过大：代价 \d+，上限 \d+。请把 first 改为 \d+ 或更小 · The query is too large: it costs \d+, and the limit is \d+\. Use first: \d+ or less\.$/,
        ),
        locations: [{ line: 1, column: expect.any(Number) }],
        extensions: {
          code: 'QUERY_TOO_LARGE',
          cost: expect.any(Number),
          limit: expect.any(Number),
          firstThatFits: expect.any(Number),
        },
      },
    ],
  },
};
const excessOf = ({ errors }: Answer['body']) =>
  (errors as [{ extensions: { cost: number; limit: number; firstThatFits: number } }])[0].extensions;
const orders = (given: string, first: string, below = first) =>
  `query ${given} { dayu { workOrders(first: ${first}) { nodes { id evidence(first: ${below}) { id } } } } }`;

describe.each(['gateway', 'street'])('at the %s', (door) => {
  test('the same query is answered or refused by its variables, whatever came of it before', async () => {
    const query = orders('($first: Int)', '$first');
    for (const [first, expected] of [
      [10, passed],
      [500, refused],
      [10, passed],
      [500, refused],
    ] as const) {
      expect(await ask(door, query, { first })).toEqual(expected);
    }
    const other = orders('($most: Int)', '$most');
    for (const [most, expected] of [
      [500, refused],
      [10, passed],
    ] as const) {
      expect(await ask(door, other, { most })).toEqual(expected);
    }
  });

  test.each<[string, string, unknown, Answer]>([
    ['no variables at all', orders('($n: Int)', '$n'), undefined, passed],
    ['null', orders('($n: Int)', '$n'), { n: null }, passed],
    ['a short default', orders('($n: Int = 10)', '$n'), {}, passed],
    ['a short default, overridden', orders('($n: Int = 10)', '$n'), { n: 500 }, refused],
    ['a long default', orders('($n: Int = 500)', '$n'), undefined, refused],
    ['a long default, overridden', orders('($n: Int = 500)', '$n'), { n: 10 }, passed],
    ['a long list in a short one', orders('($n: Int, $m: Int)', '$n', '$m'), { n: 10, m: 500 }, passed],
    ['a long list in a long one', orders('($n: Int, $m: Int)', '$n', '$m'), { n: 400, m: 500 }, refused],
    ['a long list of a default in a long one', orders('($n: Int = 500)', '$n', '500'), {}, refused],
    ['lengths as they were written', orders('', '500'), {}, refused],
  ])('%s', async (_what, query, variables, expected) => {
    expect(await ask(door, query, variables)).toEqual(expected);
  });

  test('the operation that is asked counts, not its neighbour', async () => {
    const small = 'query Small { dayu { workOrders(first: 1) { nodes { id } } } }';
    const query = `${small} ${orders('Large', '500')}`;
    const response = await fetch(`${door === 'gateway' ? gateway.address : dayu.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, operationName: 'Large' }),
    });
    expect({ status: response.status, body: await response.json() }).toEqual(refused);
  });

  test.each(['10', 10.5, [10], { first: 10 }, true, 2 ** 31])(
    'a forged length counts as the most: %p',
    async (n) => {
      expect(await ask(door, orders('($n: Int)', '$n'), { n })).toEqual(refused);
      // Where the most is not too much, the type is what is wrong.
      const { body } = await ask(door, orders('($n: Int)', '$n', '1'), { n });
      expect(body.errors).toMatchObject([{ extensions: { code: expect.any(String) } }]);
      expect(JSON.stringify(body)).not.toContain('查询过大');
    },
  );

  test('a negative length is refused as such, and takes nothing off what stands beside it', async () => {
    const query = (large: string) =>
      `query ($n: Int, $m: Int) { dayu { x: workOrders(first: $m) { nodes { id } } ${large} } }`;
    const large = 'workOrders(first: $n) { nodes { evidence(first: $n) { id } } }';
    const variables = { n: 500, m: -2_147_483_648 };
    expect(await ask(door, query(large), variables)).toEqual(refused);
    const { body } = await ask(door, query('workOrders(first: $n) { nodes { id } }'), variables);
    expect(body.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'first' } }]);
  });

  test('a refusal says how long a page may be, and that one is', async () => {
    const query = orders('($n: Int)', '$n');
    const { body } = await ask(door, query, { n: 500 });
    const { cost, limit, firstThatFits } = excessOf(body);
    expect(cost).toBeGreaterThan(limit);
    expect(await ask(door, query, { n: firstThatFits })).toEqual(passed);
    const longer = await ask(door, query, { n: firstThatFits + 1 });
    expect(excessOf(longer.body)).toMatchObject({ limit, firstThatFits });
  });

  test('nothing reaches the database before', async () => {
    const query = orders('($n: Int)', '$n');
    const count = async (n: number) => (await statementsOf(() => ask(door, query, { n }))).length;
    expect(await count(500)).toBe(0);
    expect(await count(10)).toBeGreaterThan(0);
  });

  test('to ask for the schema is free', async () => {
    const { status, body } = await ask(door, getIntrospectionQuery(), { n: 500 });
    expect([status, body.errors]).toEqual([200, undefined]);
  });
});

test('a gateway may ask a street for its schema', async () => {
  const { status, body } = await ask('street', '{ _service { sdl } }');
  expect({ status, body }).toEqual({
    status: 200,
    body: { data: { _service: { sdl: expect.stringContaining('DayuStreet') } } },
  });
});
