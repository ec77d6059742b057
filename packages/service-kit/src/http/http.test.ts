import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { buildSchema } from 'graphql';
import { createLogger } from '../logging/logger';
import { mountGraphQL, type RequestContext } from './graphql-route';
import { mountHealth, type PartStatus } from './health-routes';
import { createHttpServer } from './server';

const schema = buildSchema('type Query { hello: String  me: String  wait: String  fail: String }');

/** Parts as the running test wants them, and its notice of a request that waits. */
let parts: readonly PartStatus[] = [];
let waiting: (context: RequestContext) => void = () => undefined;

const rootValue = {
  hello: () => '你好',
  me: (_arguments: unknown, { requestId, authorization }: RequestContext) => `${requestId} ${authorization}`,
  wait: (_arguments: unknown, context: RequestContext) =>
    new Promise((resolve) => {
      context.signal.addEventListener('abort', () => resolve('gone'));
      waiting(context);
    }),
};

const logger = createLogger('test', 'silent');
const app = createHttpServer(logger);
const apollo = new ApolloServer<RequestContext>({
  schema,
  rootValue,
  logger,
  stopOnTerminationSignals: false,
  plugins: [ApolloServerPluginLandingPageDisabled()],
});
let address: string;

beforeAll(async () => {
  await apollo.start();
  mountGraphQL(app, apollo, (request) => request, { browserPage: () => '<title>GraphiQL</title>' });
  mountHealth(app, async () => parts);
  app.get('/broken', async () => {
    throw new Error('SELECT secret FROM db.internal');
  });
  address = await app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await app.close();
  await apollo.stop();
});

const post = (body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

const get = (headers: Record<string, string> = {}, search = '?query={hello}') =>
  fetch(`${address}/graphql${search}`, { headers });

describe('POST /graphql', () => {
  test('answers an operation', async () => {
    const response = await post({ query: '{ hello }' });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await response.json()).toEqual({ data: { hello: '你好' } });
  });

  test('hands the request’s id and Authorization to the resolvers', async () => {
    const response = await post(
      { query: '{ me }' },
      { 'x-request-id': 'trace-1', authorization: 'Bearer t' },
    );
    expect(await response.json()).toEqual({ data: { me: 'trace-1 Bearer t' } });
  });

  test.each([
    ['malformed JSON', '{"query": ', 400],
    ['no body', '', 400],
    ['more than a megabyte', JSON.stringify({ query: `{ hello } #${'x'.repeat(1024 * 1024)}` }), 413],
  ])('%s is an error in the shape of a GraphQL answer', async (_what, body, status) => {
    const response = await post(body);
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({
      errors: [{ message: expect.stringContaining(' · '), extensions: { code: 'BAD_REQUEST' } }],
    });
  });

  test.each([
    ['XML', { 'content-type': 'application/xml' }, 415],
    ['text, which a foreign page could send', { 'content-type': 'text/plain' }, 400],
  ])('%s is refused', async (_what, headers, status) => {
    const response = await post('{"query":"{ hello }"}', headers);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
  });

  test('a wrong query is told what is wrong with it', async () => {
    const response = await post({ query: '{ helo }' });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('Did you mean \\"hello\\"');
  });
});

describe('GET /graphql', () => {
  test('is blocked when any page of the web could have caused it', async () => {
    const response = await get();
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('Cross-Site Request Forgery');
  });

  test('answers a client that sets a header which such a page cannot set', async () => {
    const response = await get({ 'apollo-require-preflight': 'true' });
    expect(await response.json()).toEqual({ data: { hello: '你好' } });
  });

  test.each([
    ['a browser that opens it', '', '<title>GraphiQL</title>'],
    ['a browser that opens a query', '?query={hello}', 'Cross-Site Request Forgery'],
  ])('%s', async (_what, search, expected) => {
    const response = await get({ accept: 'text/html,*/*' }, search);
    expect(await response.text()).toContain(expected);
  });
});

describe('x-request-id', () => {
  test('is echoed when it is harmless', async () => {
    const response = await post({ query: '{ hello }' }, { 'x-request-id': 'trace-7' });
    expect(response.headers.get('x-request-id')).toBe('trace-7');
  });

  test.each<Record<string, string>>([{}, { 'x-request-id': 'a"b' }, { 'x-request-id': 'x'.repeat(500) }])(
    'is replaced otherwise',
    async (headers) => {
      const response = await post({ query: '{ hello }' }, headers);
      expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    },
  );

  test('is on errors too', async () => {
    const response = await post('{', { 'x-request-id': 'trace-8' });
    expect(response.headers.get('x-request-id')).toBe('trace-8');
  });
});

test('an unknown address says where to go', async () => {
  const response = await fetch(`${address}/graphqll`);
  expect(response.status).toBe(404);
  expect(await response.json()).toEqual({
    errors: [{ message: expect.stringContaining('POST /graphql'), extensions: { code: 'NOT_FOUND' } }],
  });
});

test('an error outside GraphQL says nothing of itself', async () => {
  const response = await fetch(`${address}/broken`);
  expect(response.status).toBe(500);
  expect(await response.json()).toEqual({
    errors: [{ message: '内部错误 · Internal error', extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
  });
});

describe('a client that goes away', () => {
  test('aborts the signal of its operation', async () => {
    const client = new AbortController();
    const context = new Promise<RequestContext>((resolve) => (waiting = resolve));
    const answer = fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ wait }"}',
      signal: client.signal,
    });
    const refusal = answer.catch((error: unknown) => error);
    const { signal } = await context;
    expect(signal.aborted).toBe(false);
    const aborted = new Promise((resolve) => signal.addEventListener('abort', resolve));
    client.abort();
    await aborted;
    expect(await refusal).toMatchObject({ name: 'AbortError' });
  });

  test('a client that stays does not', async () => {
    const context = new Promise<RequestContext>((resolve) => (waiting = resolve));
    const answer = post({ query: '{ hello wait }' });
    const { signal } = await context;
    signal.dispatchEvent(new Event('abort'));
    expect(await (await answer).json()).toEqual({ data: { hello: '你好', wait: 'gone' } });
    expect(signal.aborted).toBe(false);
  });
});

describe('health', () => {
  test('/healthz: the process runs', async () => {
    const response = await fetch(`${address}/healthz`);
    expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }]);
  });

  test.each([
    [[], 200, { status: 'ready', parts: {} }],
    [[{ name: 'database', ready: true }], 200, { status: 'ready', parts: { database: 'ready' } }],
    [
      [
        { name: 'dayu', ready: true },
        { name: 'datai', ready: false },
      ],
      503,
      { status: 'unavailable', parts: { dayu: 'ready', datai: 'unavailable' } },
    ],
  ])('/readyz with %j: %i', async (given, status, body) => {
    parts = given;
    const response = await fetch(`${address}/readyz`);
    expect([response.status, await response.json()]).toEqual([status, body]);
  });
});

test('a client that sends half a request does not delay the stop', async () => {
  const own = createHttpServer(logger);
  own.post('/graphql', async () => ({}));
  await own.listen({ host: '127.0.0.1', port: 0 });
  const { port } = own.server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  const arrived = once(own.server, 'request');
  socket.write(
    'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"query"',
  );
  await arrived;
  const closed = once(socket, 'close');
  await own.close();
  await closed;
});
