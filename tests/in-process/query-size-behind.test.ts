import type { Gateway } from '../../gateway/src';
import { definition } from '../../subgraphs/dayu/src';
import { definition as districtDefinition } from '../../subgraphs/district/src';
import { peopleOf } from '../support/actors';
import { startGatewayBefore } from '../support/gateway-before';
import { startTestSubgraph, type TestSubgraph } from '../support/test-subgraph';
import { tokenOf } from '../support/tokens';

/** Documents that the gateway lets through are not refused for their size by the street behind it. */
let dayu: TestSubgraph;
let district: TestSubgraph;
let gateway: Gateway;
beforeAll(async () => {
  dayu = await startTestSubgraph(definition);
  district = await startTestSubgraph(districtDefinition);
  gateway = await startGatewayBefore(dayu, district);
});
afterAll(async () => {
  await gateway?.stop();
  await dayu?.close();
  await district?.close();
});

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly extensions: { readonly firstThatFits?: number } }[];
}

async function ask(query: string, n: number): Promise<Answer> {
  const { analyst } = peopleOf('DAYU');
  const response = await fetch(`${gateway.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await tokenOf(analyst)}` },
    body: JSON.stringify({ query, variables: { n } }),
  });
  return JSON.parse(await response.text()) as Answer;
}

test('the first query of an analyst is answered', async () => {
  const query =
    '{ street(code: "DAYU") { workOrders(first: 500) { nodes { id number history { toState createdAt newDeadline } } } } }';
  expect(await ask(query, 0)).toEqual({ data: { street: { workOrders: { nodes: [] } } } });
});

const LARGE = 'workOrders(first: $n) { nodes { id evidence(first: $n) { id } } }';
test.each([
  ['a street by its field', `dayu { ${LARGE} }`],
  ['a street by its code', `street(code: "DAYU") { ${LARGE} }`],
  ['a street as one of its kind', `street(code: "DAYU") { ... on DayuStreet { ${LARGE} } }`],
  ['all streets', `streets { ... on DayuStreet { ${LARGE} } }`],
  [
    'what has type names everywhere',
    `street(code: "DAYU") { __typename ${LARGE.replaceAll('id ', '__typename id ')} }`,
  ],
  [
    'what is only names',
    'street(code: "DAYU") { workOrders(first: $n) { edges { node { evidence(first: $n) { id } } } } }',
  ],
  [
    'fields under many names',
    `street(code: "DAYU") { ${[1, 2, 3].map((i) => `a${i}: ${LARGE}`).join(' ')} }`,
  ],
])('%s: the longest page that the gateway allows passes the street', async (_what, fields) => {
  const query = `query ($n: Int) { ${fields} }`;
  const refused = await ask(query, 500);
  const longest = refused.errors?.[0]?.extensions.firstThatFits;
  expect(longest).toBeGreaterThan(10);
  expect((await ask(query, longest ?? 0)).errors).toBeUndefined();
});
