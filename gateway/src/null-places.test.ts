import { answering, type Behaviour } from '../test-support/servers';
import { withPlatform } from '../test-support/platform';
import { street } from '../test-support/subgraphs';

/** Each root field that stays null has an error of its own, with its path; what asks for it does not matter. */
it.each<[string, string, Record<string, unknown>, string[]]>([
  ['two root fields', '{ a: chengzi { name } b: chengzi { code } }', {}, ['a', 'b']],
  ['a root field in a fragment', 'fragment F on Query { chengzi { hotline } } { ...F }', {}, ['chengzi']],
  [
    'in an inline fragment beside another',
    '{ ... { x: chengzi { hotline } } chengzi { code } }',
    {},
    ['x', 'chengzi'],
  ],
  [
    'under @include and @skip',
    'query ($yes: Boolean! = true, $no: Boolean!) { a: chengzi @include(if: $yes) { hotline } b: chengzi @skip(if: $no) { hotline } c: chengzi @include(if: $no) { code } }',
    { no: false },
    ['a', 'b'],
  ],
  ['one key twice', '{ chengzi { hotline } chengzi { code } }', {}, ['chengzi']],
  ['aliases that look like the planner’s', '{ x__alias_1: chengzi { hotline } }', {}, ['x__alias_1']],
])('%s', async (_what, query, variables, keys) => {
  await withPlatform({}, async ({ ask, servers }) => {
    await servers.chengzi.close();
    const { data, errors } = await ask(query, { variables });
    expect(data).toEqual(Object.fromEntries(keys.map((key) => [key, null])));
    expect(errors?.map(({ path }) => path)).toEqual(keys.map((key) => [key]));
    for (const { extensions } of errors ?? []) {
      expect(extensions).toEqual({ code: 'SUBGRAPH_UNAVAILABLE', street: 'CHENGZI' });
    }
  });
});

it('an error of the whole request, such as a refused token, is said of each root field', async () => {
  const error = { message: '令牌已过期 · The token has expired', extensions: { code: 'UNAUTHENTICATED' } };
  const dayu = answering(JSON.stringify({ errors: [error] }), 401);
  await withPlatform({ dayu }, async ({ ask }) => {
    const { errors } = await ask('{ a: dayu { code } b: dayu { hotline } chengzi { code } }');
    expect(errors?.map(({ path }) => path)).toEqual([['a'], ['b']]);
  });
});

it('a client’s own alias stays whole in a path', async () => {
  const failing: Behaviour = street('ChengziStreet', 'chengzi', () => {
    throw Object.assign(new Error(), { message: '没有 · none', extensions: { code: 'NOT_FOUND' } });
  });
  await withPlatform({ chengzi: failing }, async ({ ask }) => {
    const own = await ask('{ chengzi { code c__alias_1: centers { name } } }');
    expect(own.errors).toMatchObject([{ path: ['chengzi', 'c__alias_1'] }]);
  });
});
