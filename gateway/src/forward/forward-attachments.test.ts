import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { createHttpServer, createLogger, listen } from '@mtg/service-kit';
import type { FastifyInstance } from 'fastify';
import { Agent, request as undiciRequest } from 'undici';
import { compressAnswers } from '../compression';
import { bringsFile, forwardAttachments } from './forward-attachments';

const ID = '0198c0de-0000-7000-8000-000000000000';

let behave: (request: IncomingMessage, response: ServerResponse) => void;
let app: FastifyInstance;
let address: string;
const street = createServer((incoming, response) => behave(incoming, response));

beforeAll(async () => {
  street.listen(0, '127.0.0.1');
  await once(street, 'listening');
  const { port } = street.address() as AddressInfo;
  const logger = createLogger('gateway', 'silent', 'json');
  app = createHttpServer(logger, { longBodies: bringsFile });
  await compressAnswers(app);
  const dayu = { name: 'dayu', title: '大峪街道', url: `http://127.0.0.1:${port}/graphql`, timeoutMs: 1000 };
  forwardAttachments(app, [{ ...dayu, street: 'DAYU' }], logger);
  address = await listen(app, { host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await app.close();
  street.closeAllConnections();
  street.close();
});

const headers = { authorization: 'Bearer x', 'content-type': 'application/json' };

test('a file passes as it comes, whatever its type says, with name and token', async () => {
  const content = Buffer.alloc(3_000_000, '{"a');
  let seen: { url?: string | undefined; authorization?: string | undefined; body: Buffer } | undefined;
  behave = (incoming, response) => {
    void buffer(incoming).then((body) => {
      seen = { url: incoming.url, authorization: incoming.headers.authorization, body };
      response.writeHead(201, { 'content-type': 'application/json' }).end('{"uploadId":"u"}');
    });
  };
  const url = `${address}/attachments/dayu?name=${encodeURIComponent('纪要.pdf')}`;
  const answer = await fetch(url, { method: 'POST', headers, body: content });
  expect([answer.status, await answer.json()]).toEqual([201, { uploadId: 'u' }]);
  expect(seen).toMatchObject({
    url: `/attachments?name=${encodeURIComponent('纪要.pdf')}`,
    authorization: 'Bearer x',
  });
  expect(seen?.body.equals(content)).toBe(true);
});

test('the first part has reached the street before the last is sent', async () => {
  let arrived: (part: unknown) => void = () => undefined;
  const first = new Promise((resolve) => (arrived = resolve));
  behave = (incoming, response) => {
    incoming.once('data', arrived);
    incoming.once('end', () => response.writeHead(201).end());
  };
  const sent = request(`${address}/attachments/DAYU?name=a.pdf`, { method: 'POST', headers });
  sent.write('%PDF');
  expect(String(await first)).toBe('%PDF');
  const answered = once(sent, 'response');
  sent.end('-1.7');
  const [answer] = (await answered) as [IncomingMessage];
  expect(answer.statusCode).toBe(201);
  answer.resume();
});

test('a refusal of the street reaches the sender of the file', async () => {
  behave = (incoming, response) => {
    // As a street does, which reads a file that it refuses to its end.
    incoming.resume().once('end', () => {
      response.writeHead(400, { 'content-type': 'application/problem+json' }).end('{"status":400}');
    });
  };
  const answer = await fetch(`${address}/attachments/dayu?name=a.pdf`, {
    method: 'POST',
    headers,
    body: Buffer.alloc(5_000_000),
  });
  expect([answer.status, await answer.json()]).toEqual([400, { status: 400 }]);
});

test.each([
  ['the whole body at once', false],
  ['a body in parts', true],
])('a connection serves on after an early refusal of %s', async (_, inParts) => {
  behave = (incoming, response) => {
    // The body is read only after the answer.
    response.writeHead(401, { 'content-type': 'application/problem+json' }).end('{"status":401}');
    incoming.resume();
  };
  const agent = new Agent({ connections: 1, pipelining: 1 });
  const content = Buffer.alloc(12_000_000);
  const parts = function* () {
    for (let at = 0; at < content.length; at += 65_536) yield content.subarray(at, at + 65_536);
  };
  const { hostname, port } = new URL(address);
  const socket = connect(Number(port), hostname);
  const head = [
    'POST /attachments/dayu?name=a.pdf HTTP/1.1',
    `host: ${hostname}`,
    inParts ? 'transfer-encoding: chunked' : `content-length: ${content.length}`,
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  for (const part of parts()) {
    if (inParts) socket.write(`${part.length.toString(16)}\r\n`);
    socket.write(part);
    if (inParts) socket.write('\r\n');
  }
  if (inParts) socket.write('0\r\n\r\n');
  socket.write(`GET /nowhere HTTP/1.1\r\nhost: ${hostname}\r\nconnection: close\r\n\r\n`);
  expect((await text(socket)).match(/HTTP\/1.1 \d+/gu)).toEqual(['HTTP/1.1 401', 'HTTP/1.1 404']);
  const asked = {
    method: 'POST',
    body: inParts ? Readable.from(parts()) : content,
    dispatcher: agent,
  } as const;
  const refused = await undiciRequest(`${address}/attachments/dayu?name=a.pdf`, asked);
  expect([refused.statusCode, await refused.body.json()]).toEqual([401, { status: 401 }]);
  const next = await undiciRequest(`${address}/nowhere`, { dispatcher: agent });
  expect(next.statusCode).toBe(404);
  await next.body.dump();
  await agent.close();
});

test('a client that goes away while it sends ends it at the street too', async () => {
  const gone = new Promise((resolve) => {
    behave = (incoming) => incoming.resume().once('aborted', resolve);
  });
  const { hostname, port } = new URL(address);
  const socket = connect(Number(port), hostname);
  socket.write(
    `POST /attachments/dayu?name=a.pdf HTTP/1.1\r\nhost: ${hostname}\r\ncontent-length: 9\r\n\r\n%PDF`,
  );
  await once(street, 'request');
  socket.destroy();
  await gone;
});

test('a download passes with its headers, and HEAD without a body', async () => {
  const given = {
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="a.pdf"; filename*=UTF-8''%E7%BA%AA`,
    etag: '"a"',
    'content-length': '4',
  };
  behave = (incoming, response) => {
    expect(incoming.url).toBe(`/attachments/${ID}`);
    response.writeHead(200, given);
    response.end(incoming.method === 'HEAD' ? undefined : '%PDF');
  };
  for (const [method, body] of [
    ['GET', '%PDF'],
    ['HEAD', ''],
  ] as const) {
    const answer = await fetch(`${address}/attachments/dayu/${ID}`, {
      method,
      headers: { 'accept-encoding': 'gzip' },
    });
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      ...given,
      'x-content-type-options': 'nosniff',
    });
    expect(await answer.text()).toBe(body);
  }
});

test('a street that is not there is named', async () => {
  const answer = await fetch(`${address}/attachments/atlantis/${ID}`);
  expect([answer.status, await answer.json()]).toMatchObject([404, { code: 'NOT_FOUND' }]);
  const upload = await fetch(`${address}/attachments/atlantis?name=a`, { method: 'POST', body: 'x' });
  expect(upload.status).toBe(404);
});

test('other bodies of this server are read as before', async () => {
  expect(bringsFile({ method: 'POST', url: '/graphql' } as IncomingMessage)).toBe(false);
  expect(bringsFile({ method: 'POST', url: '/attachments/dayu?name=a' } as IncomingMessage)).toBe(true);
  expect(bringsFile({ method: 'GET', url: '/attachments/dayu/a' } as IncomingMessage)).toBe(false);
});
