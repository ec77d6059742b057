import { ApolloServer } from '@apollo/server';
import { buildSchema, Kind, type DocumentNode, type ValidationRule } from 'graphql';
import { createLogger } from '../logging/logger';
import { documentLimitsPlugin } from './document-limits';
import { CLIENT_LIMITS } from './query-limits';

/** Field names of the documents that were validated, and of those that answers were given to. */
const [validated, answered]: [string[], string[]] = [[], []];

const firstField = ({ definitions }: DocumentNode): string => {
  for (const each of definitions) {
    if (each.kind !== Kind.OPERATION_DEFINITION) continue;
    const [selection] = each.selectionSet.selections;
    if (selection?.kind === Kind.FIELD) return selection.name.value;
  }
  return '';
};

const watch: ValidationRule = () => ({
  Document: (node) => void validated.push(firstField(node)),
});

const apollo = new ApolloServer({
  schema: buildSchema('type Query { hello: String  self: Query }  type Mutation { self: Query }'),
  rootValue: { hello: 'hello' },
  logger: createLogger('test', 'silent'),
  stopOnTerminationSignals: false,
  validationRules: [watch],
  plugins: [
    documentLimitsPlugin(CLIENT_LIMITS),
    {
      requestDidStart: async () => ({
        willSendResponse: async ({ document }) => void answered.push(document ? firstField(document) : ''),
      }),
    },
  ],
});
beforeAll(() => apollo.start());
afterAll(() => apollo.stop());

async function ask(query: string, operationName?: string) {
  validated.length = answered.length = 0;
  const { body, http } = await apollo.executeOperation({ query, ...(operationName && { operationName }) });
  const result = body.kind === 'single' ? body.singleResult : {};
  return { status: http.status, result };
}

test.each([
  ['a query', `{ ${'hello '.repeat(1240)} }`, undefined],
  ['a query with a name', `query Q { ${'hello '.repeat(1240)} }`, 'Q'],
  ['a command', `mutation { ${'self { hello } '.repeat(700)} }`, undefined],
])('%s that is too large is refused before it is validated, each time', async (_what, query, name) => {
  for (let i = 0; i < 2; i++) {
    const { status, result } = await ask(query, name);
    expect(status).toBe(400);
    expect(result.errors).toMatchObject([
      { extensions: { code: 'QUERY_TOO_LARGE', cost: expect.any(Number), limit: 1000 } },
    ]);
    expect(validated).not.toContain('hello');
    expect(validated).not.toContain('self');
    // Others put on record what was refused.
    expect(answered).toEqual([query.includes('mutation') ? 'self' : 'hello']);
  }
});

test('what is not too large is validated and answered', async () => {
  expect(await ask('{ hello }')).toMatchObject({ result: { data: { hello: 'hello' } } });
  expect(validated).toEqual(['hello']);
});
