import { definition } from '../../../subgraphs/dayu/src';
import { startTestSubgraph, type TestSubgraph } from '../../support/test-subgraph';

let dayu: TestSubgraph;
beforeAll(async () => {
  dayu = await startTestSubgraph(definition);
});
afterAll(() => dayu.close());

const post = (body: unknown, authorization?: string) =>
  fetch(`${dayu.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization !== undefined && { authorization }) },
    body: JSON.stringify(body),
  });

const REFERENCE = { query: '{ dayu { name } }' };
const ENTITY = {
  query: `query ($r: [_Any!]!) { _entities(representations: $r) { ... on DayuStreet { delegations { totalCount } } } }`,
  variables: { r: [{ __typename: 'DayuStreet', code: 'DAYU' }] },
};

test.each([
  ['something that is no token', 'Bearer nonsense'],
  ['another scheme', 'Basic ZGF5dTpkYXl1'],
  ['no signature', `Bearer ${Buffer.from('{"alg":"none"}').toString('base64url')}.e30.`],
])('%s is refused as a whole, reference data included', async (_, authorization) => {
  const response = await post(REFERENCE, authorization);
  expect(response.status).toBe(401);
  const answer = JSON.parse(await response.text());
  expect(answer.data).toBeUndefined();
  expect(answer.errors).toHaveLength(1);
  expect(answer.errors[0].extensions).toEqual({ code: 'UNAUTHENTICATED' });
  expect(answer.errors[0].message).toMatch(/\p{Script=Han}.* · /u);
});

test('without a token, only reference data, also for requests in the gateway’s form', async () => {
  expect(JSON.parse(await (await post(REFERENCE)).text())).toEqual({ data: { dayu: { name: '大峪街道' } } });
  const { data, errors } = JSON.parse(await (await post(ENTITY)).text());
  expect(data).toEqual({ _entities: [{ delegations: null }] });
  expect(errors[0].extensions.code).toBe('UNAUTHENTICATED');
});
