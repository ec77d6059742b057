import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { createLogger } from '../logging/logger';
import { ERROR_CODES } from '../errors/codes';
import { createErrorMask } from './mask';
import { refuse, refuseByRule } from '../errors/refuse';

const logger = createLogger('test', 'silent');
const SECRET = 'SELECT password FROM residents; db.internal:5432 /srv/app.js:10';

/** Argument of Apollo's call of `formatError` for an error that a resolver threw. */
const thrown = (error: Error, code?: string): [GraphQLFormattedError, GraphQLError] => {
  const located = new GraphQLError(error.message, { originalError: error, path: ['dayu', 'centers', 0] });
  const extensions = { ...located.extensions, ...(code !== undefined && { code }), stacktrace: [SECRET] };
  return [{ message: located.message, path: located.path ?? [], extensions }, located];
};

const PUBLIC = Object.values(ERROR_CODES).filter(({ code }) => code !== 'INTERNAL_SERVER_ERROR');

test.each(PUBLIC)('$code passes, with its public extensions only', ({ code }) => {
  const extensions = { street: 'DAYU', rule: 'R34', field: 'code', sql: SECRET, url: SECRET };
  const error =
    code === 'RULE_VIOLATION'
      ? refuseByRule('句子 · sentence', extensions)
      : refuse.inWords(code, '句子 · sentence', extensions);
  expect(createErrorMask(logger)(...thrown(error, code))).toEqual({
    message: '句子 · sentence',
    path: ['dayu', 'centers', 0],
    extensions: { code, street: 'DAYU', rule: 'R34', field: 'code' },
  });
});

test.each([
  ['GRAPHQL_PARSE_FAILED', '查询语法有误'],
  ['GRAPHQL_VALIDATION_FAILED', '查询不符合模式'],
  ['OPERATION_RESOLUTION_FAILURE', '无法确定要执行的操作'],
  ['BAD_REQUEST', '请求有误'],
])('%s, which speaks of the request only, passes with Chinese before it', (code, zh) => {
  const formatted = { message: 'Cannot query field "x"', locations: [{ line: 1, column: 3 }] };
  expect(createErrorMask(logger)({ ...formatted, extensions: { code, stacktrace: [SECRET] } }, null)).toEqual(
    {
      ...formatted,
      message: `${zh} · ${formatted.message}`,
      extensions: { code },
    },
  );
});

test.each([
  ['an error', new Error(SECRET), 'INTERNAL_SERVER_ERROR'],
  ['an error with a code of its own', Object.assign(new Error(SECRET), { code: '42P01' }), '42P01'],
  ['a code that every object has', new Error(SECRET), 'toString'],
  ['an error without a code', new Error(SECRET), undefined],
])('%s is masked and leaves no trace of what was thrown', (_what, error, code) => {
  const masked = createErrorMask(logger)(...thrown(error, code));
  expect(masked).toEqual({
    message: expect.stringContaining('内部错误'),
    path: ['dayu', 'centers', 0],
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  });
  expect(JSON.stringify(masked)).not.toMatch(/SELECT|residents|internal:|app\.js/);
});

test('what is masked is logged whole', () => {
  const log = jest.fn();
  const error = new Error(SECRET);
  createErrorMask({ ...logger, error: log } as typeof logger)(...thrown(error));
  expect(log).toHaveBeenCalledWith({ err: error }, expect.any(String));
});

test('a technical failure that is recognized becomes what the client may know of it', () => {
  const recognize = (original: unknown) =>
    original instanceof RangeError
      ? refuse.inWords('SUBGRAPH_UNAVAILABLE', '暂不可用 · down', { street: 'DAYU', host: SECRET })
      : undefined;
  const mask = createErrorMask(logger, recognize);
  expect(mask(...thrown(new RangeError(SECRET)))).toEqual({
    message: '暂不可用 · down',
    path: ['dayu', 'centers', 0],
    extensions: { code: 'SUBGRAPH_UNAVAILABLE', street: 'DAYU' },
  });
  expect(mask(...thrown(new Error(SECRET))).extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR' });
});
