import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { createHttpServer, createLogger, listen } from '@mtg/service-kit';
import type { FastifyInstance } from 'fastify';
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
