import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { createHttpServer, createLogger } from '@mtg/service-kit';
import type { FastifyInstance } from 'fastify';
import { compressAnswers } from '../compression';
import { forwardAnalysis } from './forward-analysis';

const logger = createLogger('gateway', 'fatal', 'json');

let behave: (request: IncomingMessage, response: ServerResponse) => unknown;
let pulse: (response: ServerResponse) => unknown;
let insight: Server;
let app: FastifyInstance;
let origin: string;

const listening = async (server: Server): Promise<string> => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

beforeEach(async () => {
  pulse = (response) => response.end('ok');
  insight = createServer((asked, response) =>
    asked.url === '/healthz' ? void pulse(response) : void behave(asked, response),
  );
  app = createHttpServer(logger);
  await compressAnswers(app);
  await forwardAnalysis(app, await listening(insight), { answerMs: 2000, pulseMs: 300 }, logger);
  origin = await app.listen({ host: '127.0.0.1', port: 0 });
});
afterEach(async () => {
  await app.close();
  insight.closeAllConnections();
  insight.close();
});

const head = async (path: string, headers = {}): Promise<IncomingMessage> => {
  const { hostname, port } = new URL(origin);
  const asked = request({ hostname, port, path, headers, agent: false }).end();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  return answer;
};

test('paths, queries, headers and answers pass as they are', async () => {
  let seen: IncomingMessage | undefined;
  behave = (asked, response) => {
    seen = asked;
    response
      .writeHead(206, { 'content-type': 'text/csv', etag: '"a"', 'bi-position': 'DAYU:1' })
      .end('a,b\r\n');
  };
  const path = `/odata/work_orders('a%2Fb')?$filter=number%20eq%20'%E4%B8%AD'&%24top=1`;
  const answer = await head(path, {
    authorization: 'Basic eDp5',
    te: 'trailers',
    'x-forwarded-for': '203.0.113.9',
  });
  expect(answer.statusCode).toBe(206);
  expect(answer.headers).toMatchObject({ 'content-type': 'text/csv', etag: '"a"', 'bi-position': 'DAYU:1' });
  expect(await text(answer)).toBe('a,b\r\n');
  expect(seen?.url).toBe(path);
  expect(seen?.headers).toMatchObject({
    authorization: 'Basic eDp5',
    'x-forwarded-for': '127.0.0.1',
    'x-forwarded-host': new URL(origin).host,
    'x-forwarded-proto': 'http',
    'x-request-id': answer.headers['x-request-id'],
  });
  expect(seen?.headers.te).toBeUndefined();
});

test('a download comes as it is made, beyond the limits of GraphQL, and is not compressed on the way', async () => {
  let finish: () => void = () => undefined;
  behave = (_asked, response) => {
    response.writeHead(200, { 'content-type': 'text/csv' });
    response.write('first\n');
    finish = () => response.end('x'.repeat(20 * 1024 * 1024));
  };
  const answer = await head('/bi/work_orders.csv', { 'accept-encoding': 'gzip, br' });
  const [first] = (await once(answer, 'data')) as [Buffer];
  expect(first.toString()).toBe('first\n');
  expect(answer.headers['content-encoding']).toBeUndefined();
  finish();
  expect((await text(answer)).length).toBe(20 * 1024 * 1024);
});

test('bodies pass as they come', async () => {
  behave = async (asked, response) => response.writeHead(202).end(`${asked.method} ${await text(asked)}`);
  for (const type of ['application/json', 'text/plain']) {
    const answer = await fetch(`${origin}/bi/jobs`, {
      method: 'POST',
      body: '{"a": ',
      headers: { 'content-type': type },
    });
    expect([answer.status, await answer.text()]).toEqual([202, 'POST {"a": ']);
  }
});

test.each([1.1, 3, 20])('a body of %f MB is too long, and the client is told so', async (megabytes) => {
  behave = (_asked, response) => response.end();
  for (const body of ['x'.repeat(megabytes * 1e6), new Blob(['x'.repeat(megabytes * 1e6)]).stream()]) {
    const answer = await fetch(`${origin}/bi/jobs`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
      duplex: 'half',
    } as RequestInit);
    expect([answer.status, await answer.text()]).toEqual([413, expect.stringMatching(/1048576.*requestId/s)]);
  }
});

test.each(['before the first byte', 'during the download'])(
  'a client that goes away %s ends it there too',
  async (when) => {
    const gone = new Promise<void>((resolve) => {
      behave = (_asked, response) => {
        response.once('close', resolve);
        if (when === 'during the download') response.write('first\n');
        arrived();
      };
    });
    let arrived: () => void = () => undefined;
    const there = new Promise<void>((resolve) => (arrived = resolve));
    const asked = request(`${origin}/bi/work_orders.csv`, { agent: false }).on('error', () => undefined);
    asked.end();
    await there;
    if (when === 'during the download') await once(asked, 'response');
    asked.destroy();
    await gone;
  },
);

test('without the program it answers 503 in the shape of all errors, which OData has of its own', async () => {
  insight.close();
  const odata = await fetch(`${origin}/odata/work_orders?$top=1`);
  expect([odata.status, await odata.json()]).toEqual([
    503,
    {
      error: {
        code: 'SUBGRAPH_UNAVAILABLE',
        message: expect.stringMatching(/insight/),
        innererror: { requestId: odata.headers.get('x-request-id') },
      },
    },
  ]);
  const answer = await fetch(`${origin}/bi/work_orders.csv`);
  expect(answer.status).toBe(503);
  expect(await answer.json()).toMatchObject({
    errors: [{ message: expect.stringMatching(/insight/), extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }],
  });
});

test('a program that accepts connections and says nothing is given up soon', async () => {
  // As one that was stopped (SIGSTOP).
  behave = () => undefined;
  pulse = () => undefined;
  const answer = await fetch(`${origin}/odata/work_orders`);
  expect(answer.status).toBe(503);
  expect(answer.headers.get('retry-after')).toBe('5');
  expect(await answer.text()).toMatch(/insight\) is unavailable/);
});

test('an answer that takes its time is waited for while the program runs, up to the limit', async () => {
  let pulses = 0;
  let reply: ServerResponse | undefined;
  behave = (_asked, response) => (reply = response);
  pulse = (response) => {
    response.end('ok');
    pulses += 1;
    if (pulses === 3) reply?.end('sorted');
  };
  expect(await (await fetch(`${origin}/bi/work_orders.csv`)).text()).toBe('sorted');
  const gone = new Promise<void>((resolve) => {
    behave = (_asked, response) => response.once('close', resolve);
  });
  const answer = await fetch(`${origin}/bi/work_orders.csv`);
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '60']);
  expect(await answer.text()).toContain('POST /bi/jobs');
  await gone;
});

test('an answer that breaks off breaks off for the client', async () => {
  behave = (_asked, response) => {
    response.writeHead(200, { 'content-type': 'text/csv' });
    response.write('first\n', () => response.destroy());
  };
  const answer = await head('/bi/work_orders.csv');
  await expect(text(answer)).rejects.toThrow(/aborted/);
});
