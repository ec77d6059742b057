import { readFileSync } from 'node:fs';
import { ApolloServer } from '@apollo/server';
import { buildSchema } from 'graphql';
import { commonApolloOptions, sizePlugins } from './apollo-options';
import { CLIENT_LIMITS, SUBGRAPH_LIMITS, type QueryLimits } from './query-limits';
import { createLogger } from '../logging/logger';
import { FIELD_COMPARISONS, INTROSPECTION_LISTS } from './excess';
import { createErrorMask } from './mask';

const logger = createLogger('test', 'silent');

async function ask(query: string, limits: QueryLimits = CLIENT_LIMITS) {
  const kind = { limits, introspection: true };
  const apollo = new ApolloServer({
    schema: buildSchema('type Query { self: Query  name: String  echo(text: String): String }'),
    logger,
    ...commonApolloOptions(kind),
    formatError: createErrorMask(logger),
    plugins: sizePlugins(kind),
  });
  const { body, http } = await apollo.executeOperation({ query });
  await apollo.stop();
  return { status: http.status, ...(body.kind === 'single' ? body.singleResult : {}) };
}

const deep = (levels: number): string => `{ echo(text: ${'['.repeat(levels)}${']'.repeat(levels)}) }`;
const INTROSPECTION = '{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }';

describe('a document that is too large for GraphQL itself is refused as such, with the limit', () => {
  test.each([
    ['tokens', `{ self { ${'name '.repeat(5000)} } }`, CLIENT_LIMITS, 5000, /5000 个词法单位.*5000 tokens/],
    [
      'tokens, at a subgraph',
      `{ self { ${'name '.repeat(20_000)} } }`,
      SUBGRAPH_LIMITS,
      20_000,
      /20000 tokens/,
    ],
    [
      'equal fields',
      `{ self { ${'self { name } '.repeat(450)} } }`,
      CLIENT_LIMITS,
      FIELD_COMPARISONS,
      /重复的字段太多.*Write each field once/,
    ],
    [
      'type names',
      `{ self { ${'__typename '.repeat(990)} } }`,
      CLIENT_LIMITS,
      FIELD_COMPARISONS,
      /重复的字段太多/,
    ],
    // How many levels the parser takes depends on what called it; so many it never takes.
    ['levels of a value, beyond parsing', deep(9000), SUBGRAPH_LIMITS, 50, /嵌套太深.*50 levels/],
    [
      'lists of introspection',
      INTROSPECTION,
      CLIENT_LIMITS,
      INTROSPECTION_LISTS,
      /最多嵌套 2 层.* · .*at most 2 levels deep/,
    ],
  ])('%s', async (_what, query, limits, limit, sentence) => {
    const { status, errors, data } = await ask(query, limits);
    expect([status, data]).toEqual([400, undefined]);
    expect(errors).toContainEqual(
      expect.objectContaining({
        message: expect.stringMatching(/^查询过大：.* · The query is too large: /),
        extensions: { code: 'QUERY_TOO_LARGE', limit },
      }),
    );
    expect(errors?.find(({ extensions }) => extensions?.['limit'] === limit)?.message).toMatch(sentence);
  });

  test('levels of a value that can be parsed are counted', async () => {
    const { status, errors } = await ask(deep(51));
    expect(status).toBe(400);
    expect(errors).toMatchObject([
      {
        message: expect.stringMatching(/值嵌套 51 层，最多 50 层 · .*51 levels deep \(at most 50\)/),
        extensions: { code: 'QUERY_TOO_LARGE', cost: 51, limit: 50 },
      },
    ]);
    expect((await ask(deep(50))).errors).not.toMatchObject([{ extensions: { code: 'QUERY_TOO_LARGE' } }]);
  });

  test('GraphQL has the limits that we name', () => {
    const rule = (name: string) =>
      readFileSync(require.resolve(`graphql/validation/rules/${name}.js`), 'utf8');
    expect(rule('OverlappingFieldsCanBeMergedRule')).toContain(
      `MAX_COMPLEXITY_BUDGET = ${FIELD_COMPARISONS};`,
    );
    expect(rule('MaxIntrospectionDepthRule')).toContain(`MAX_LISTS_DEPTH = ${INTROSPECTION_LISTS + 1};`);
  });
});
