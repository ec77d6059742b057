import { definition } from '../../../subgraphs/dayu/src';
import { startTestSubgraph, type TestSubgraph } from '../../support/test-subgraph';

let dayu: TestSubgraph;
beforeAll(async () => {
  dayu = await startTestSubgraph(definition);
});
afterAll(() => dayu.close());

const complete = (count: number) =>
  dayu.ask('query ($r: [_Any!]!) { _entities(representations: $r) { ... on DayuStreet { code } } }', {
    r: Array.from({ length: count }, () => ({ __typename: 'DayuStreet', code: 'DAYU' })),
  });

test('completes as many entities at once as a gateway asks for', async () => {
  const { data, errors } = await complete(5000);
  expect(errors).toBeUndefined();
  expect((data as { _entities: unknown[] })._entities).toHaveLength(5000);
});

test('refuses more than that, with the limit', async () => {
  const { data, errors } = await complete(5001);
  expect(data).toBeUndefined();
  expect(errors?.[0]).toMatchObject({
    message: expect.stringMatching(/5000 个实体，收到 5001 个.*5000 entities/),
    extensions: { code: 'QUERY_TOO_LARGE', cost: 5001, limit: 5000 },
  });
});
