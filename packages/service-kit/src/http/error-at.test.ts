import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { createLogger } from '../logging/logger';
import { refuseForNow } from './rate-limit';
import { createHttpServer } from './server';

const app = createHttpServer(createLogger('test', 'silent'));
for (const door of ['/odata/*', '/bi/*']) {
  app.get(door, (request, reply) => {
    if (request.url.endsWith('fault')) throw new Error('a fault');
    return refuseForNow(reply, 7, '请稍候 · Wait');
  });
}
beforeAll(() => app.listen({ host: '127.0.0.1', port: 0 }));
afterAll(() => app.close());

const long = 'x'.repeat(20_000);

/** An answer by its status and body, whatever is sent. */
async function ask(path: string): Promise<{ readonly status: number; readonly body: unknown }> {
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write(`GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`);
  const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n');
  return { status: Number(head.split(' ')[1]), body: JSON.parse(body) };
}

test.each([
  ['visits', 429, 'RATE_LIMITED', '请稍候 · Wait'],
  ['fault', 500, 'INTERNAL_SERVER_ERROR', 'Internal error'],
  ['%E0', 400, 'BAD_REQUEST', 'percent-encoding of the URL is wrong. Encode it'],
  [`visits?$filter=${long}`, 414, 'BAD_REQUEST', 'Shorten the filter'],
])(
  'errors before the service: %.20s below /odata in its shape, elsewhere in the usual one',
  async (path, status, code, words) => {
    const message = expect.stringContaining(words);
    const told = status === 429 ? { retryAfterSeconds: 7, requestId: expect.any(String) } : {};
    expect(await ask(`/odata/${path}`)).toEqual({
      status,
      body: { error: { code, message, innererror: told } },
    });
    const usual = { errors: [{ message, extensions: { code, ...told } }] };
    expect(await ask(`/bi/${path}`)).toEqual({ status, body: usual });
  },
);

test('an unknown path below a door is told which there are', async () => {
  const bare = createHttpServer(createLogger('test', 'silent'));
  for (const path of ['/bi/visits/summary', '/odata-x', '/bi']) {
    const { statusCode, body } = await bare.inject(path);
    expect(statusCode).toBe(404);
    expect(body).toMatch(path.startsWith('/bi') ? /summary\.json.*requestId/s : /POST \/graphql/);
  }
  await bare.close();
});

test('where there is POST, too long an address is told so', async () => {
  const { body } = await ask(`/graphql?query=${long}`);
  expect(JSON.stringify(body)).toContain('Use POST');
});
