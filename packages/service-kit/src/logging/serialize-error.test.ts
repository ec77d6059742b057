import { GraphQLError } from 'graphql';
import { serializeError } from './serialize-error';

const WORDS = '张三的电话13800138000';
const database = (message: string, code: string) =>
  Object.assign(new Error(message), { code, detail: WORDS, where: WORDS, parameters: [WORDS] });

test.each<[string, Error]>([
  ['PostgreSQL about a type', database(`invalid input syntax for type uuid: "${WORDS}"`, '22P02')],
  [
    'PostgreSQL about a word without spaces',
    database('invalid input syntax for type date: "zhangsan"', '22007'),
  ],
  ['a wrapper of it', new Error(`failed: "${WORDS}"`, { cause: database(`bad "${WORDS}"`, '22P02') })],
  ['GraphQL', new GraphQLError(`Value "${WORDS}" does not exist in "Kind" enum.`)],
  ['GraphQL about a number', new GraphQLError('Expected value of type "Date!", found "13800138000".')],
  ['JSON', jsonError(`{"phone": ${WORDS}}`)],
  ['JSON, shortened', jsonError(`${'['.repeat(50)}${WORDS}${']'.repeat(50)}`)],
])('what %s quotes of a value does not reach the log', (_what, error) => {
  const text = JSON.stringify(serializeError(error));
  expect(text).not.toMatch(/张三|1380013|zhangsan/);
  expect(text).toContain('"stack":"');
});

test('names of constraints, tables and types stay', () => {
  const message = 'duplicate key value violates unique constraint "UQ_work_order_number"';
  const error = Object.assign(database(message, '23505'), { constraint: 'UQ_work_order_number' });
  expect(serializeError(error)).toMatchObject({
    message,
    code: '23505',
    constraint: 'UQ_work_order_number',
    stack: expect.stringContaining(`Error: ${message}\n    at `),
  });
});

test('a chain of causes that leads back to itself ends', () => {
  const error = new Error('a "1 2"');
  error.cause = Object.assign(new Error('b'), { cause: error });
  expect(serializeError(error)).toMatchObject({ type: 'Error' });
});

function jsonError(text: string): Error {
  try {
    JSON.parse(text);
  } catch (error) {
    return error as Error;
  }
  throw new Error('it is JSON');
}
