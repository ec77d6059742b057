import { once } from 'node:events';
import { connect, type AddressInfo, type Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { createLogger } from '../logging/logger';
import { clientKey } from './client-address';
import { limitRate } from './rate-limit';
import { createHttpServer, type Surroundings } from './server';

const logger = createLogger('test', 'silent');
let app: FastifyInstance;
afterEach(() => app.close());

async function serve(surroundings: Surroundings = {}, perMinute = 0): Promise<number> {
  app = createHttpServer(logger, surroundings);
  await limitRate(app, (route) => route === '/graphql', perMinute);
  app.get('/graphql', async () => ({}));
  app.get('/healthz', async () => ({}));
  await app.listen({ host: '127.0.0.1', port: 0 });
  return (app.server.address() as AddressInfo).port;
}

async function open(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined).resume();
  await once(socket, 'connect');
  return socket;
}

test('a body that may take long has more time than others', async () => {
  app = createHttpServer(logger, { requestTimeoutMs: 200, longBodies: ({ url }) => url === '/files' });
  app.post('/files', async ({ body }) => body);
  app.post('/graphql', async ({ body }) => body);
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const begin = async (path: string) => {
    const socket = await open(port);
    socket.write(
      `POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{`,
    );
    return socket;
  };
  const [long, short] = [await begin('/files'), await begin('/graphql')];
  await once(short, 'close');
  const answered = once(long.pause(), 'readable');
  long.write('}');
  await answered;
  expect(String(long.read())).toContain('200 OK');
  long.destroy();
});

test.each([
  ['nothing', ''],
  ['half of its headers', 'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-'],
  ['half of its body', 'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{"query"'],
])('a client that sends %s of a request loses its connection when its time is over', async (_what, sent) => {
  const port = await serve({ requestTimeoutMs: 200 });
  const socket = await open(port);
  socket.write(sent);
  await once(socket, 'close');
});

test('an address has so many connections and no more', async () => {
  const port = await serve({ connectionsPerAddress: 2 });
  const [first] = [await open(port), await open(port)];
  const third = connect(port, '127.0.0.1');
  third.on('error', () => undefined).resume();
  await once(third, 'close');
  const count = once(first, 'close');
  first.destroy();
  await count;
  // The server may hear of it later than this client does.
  let answered = false;
  while (!answered)
    answered = await fetch(`http://127.0.0.1:${port}/healthz`).then(
      (r) => r.ok,
      () => false,
    );
});

test('a proxy has as many as it needs', async () => {
  const port = await serve({ connectionsPerAddress: 1, proxies: ['127.0.0.0/8'] });
  await Promise.all([open(port), open(port), open(port)]);
  expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
});

const ask = (headers: Record<string, string> = {}) =>
  app.inject({ url: '/graphql', headers: { accept: 'application/json', ...headers } });
const statuses = async (times: number, headers: (index: number) => Record<string, string>) => {
  const all: number[] = [];
  for (let i = 0; i < times; i++) all.push((await ask(headers(i))).statusCode);
  return all;
};

describe('a client that asks too often', () => {
  test('is told so, and when to come again', async () => {
    await serve({}, 2);
    expect(await statuses(2, () => ({}))).toEqual([200, 200]);
    const refused = await ask();
    expect(refused.statusCode).toBe(429);
    const seconds = Number(refused.headers['retry-after']);
    expect(seconds).toBeGreaterThan(0);
    expect(refused.json()).toEqual({
      errors: [
        {
          message: expect.stringMatching(/请求过于频繁.* · Too many requests/),
          extensions: { code: 'RATE_LIMITED', retryAfterSeconds: seconds, requestId: expect.any(String) },
        },
      ],
    });
    expect(refused.headers['x-request-id']).toBeDefined();
  });

  test('is known by its token, not by the address that it shares', async () => {
    await serve({}, 2);
    const token = { authorization: 'Bearer a' };
    expect(await statuses(3, () => token)).toEqual([200, 200, 429]);
    expect(await statuses(1, () => ({ authorization: 'Bearer b' }))).toEqual([200]);
    expect(await statuses(1, () => ({}))).toEqual([200]);
  });

  test('does not get further by another token each time', async () => {
    await serve({}, 2);
    const answers = await statuses(11, (i) => ({ authorization: `Bearer ${i}` }));
    expect(answers).toEqual([...Array.from({ length: 10 }, () => 200), 429]);
  });

  test('is known by what a trusted proxy says of it, and by nothing that it says itself', async () => {
    const from = (i: number) => ({ 'x-forwarded-for': `203.0.113.${i}` });
    await serve({ proxies: ['127.0.0.1'] }, 1);
    expect(await statuses(2, from)).toEqual([200, 200]);
    await app.close();
    await serve({}, 1);
    expect(await statuses(2, from)).toEqual([200, 429]);
  });

  test('does not limit health checks', async () => {
    await serve({}, 1);
    await statuses(3, () => ({}));
    expect((await app.inject('/healthz')).statusCode).toBe(200);
  });
});

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::6', '2001:db8:1:2::/64'],
  ['2001:db8::6', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
])('%s counts as %s', (address, key) => {
  expect(clientKey(address)).toBe(key);
});

describe('headers that protect browsers', () => {
  test('are on every answer', async () => {
    await serve();
    for (const url of ['/graphql', '/healthz', '/nowhere']) {
      expect((await app.inject(url)).headers).toMatchObject({
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
      });
    }
  });

  test('ask for TLS only where a trusted proxy says that there is TLS', async () => {
    const headers = { 'x-forwarded-proto': 'https' };
    await serve();
    expect((await ask(headers)).headers['strict-transport-security']).toBeUndefined();
    await app.close();
    await serve({ proxies: ['127.0.0.1'] });
    expect((await ask(headers)).headers['strict-transport-security']).toBe('max-age=31536000');
    expect((await ask()).headers['strict-transport-security']).toBeUndefined();
  });
});
