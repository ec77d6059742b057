import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createHttpServer, createLogger } from '@mtg/service-kit';
import type { FastifyInstance } from 'fastify';
import { compressAnswers } from '../compression';
import { forwardDocuments } from './forward-documents';

const ID = '0198c0de-0000-7000-8000-000000000000';

let behave: (request: IncomingMessage, response: ServerResponse) => void;
let app: FastifyInstance;
const street = createServer((request, response) => behave(request, response));

beforeAll(async () => {
  street.listen(0, '127.0.0.1');
  await once(street, 'listening');
  const { port } = street.address() as AddressInfo;
  const logger = createLogger('gateway', 'silent', 'json');
  app = createHttpServer(logger);
  await compressAnswers(app);
  const at = (name: string, to: number, code?: string) => ({
    name,
    title: '大峪街道',
    url: `http://127.0.0.1:${to}/graphql`,
    timeoutMs: 1000,
    ...(code !== undefined && { street: code }),
  });
  forwardDocuments(
    app,
    [at('dayu', port, 'DAYU'), at('away', 1, 'AWAY'), at('district', port)],
    1000,
    logger,
  );
});
afterAll(async () => {
  await app.close();
  street.closeAllConnections();
  street.close();
});

const get = (url: string, headers = {}) => app.inject({ url, headers });

test.each(['dayu', 'DAYU'])(
  '%s: path, token and conditions reach the street, its answer comes as it is',
  async (name) => {
    let seen: IncomingMessage | undefined;
    behave = (request, response) => {
      seen = request;
      response.writeHead(200, {
        'content-type': 'application/pdf',
        etag: 'W/"a"',
        'cache-control': 'private',
      });
      response.end('%PDF');
    };
    const headers = { authorization: 'Bearer x', 'if-none-match': 'W/"b"', 'accept-encoding': 'gzip' };
    const answer = await get(`/documents/${name}/minutes/${ID}.pdf`, headers);
    expect(seen?.url).toBe(`/documents/minutes/${ID}.pdf`);
    expect(seen?.headers).toMatchObject({ authorization: 'Bearer x', 'if-none-match': 'W/"b"' });
    expect(seen?.headers['x-request-id']).toBe(answer.headers['x-request-id']);
    expect(answer.headers).toMatchObject({ 'content-type': 'application/pdf', etag: 'W/"a"' });
    expect([answer.statusCode, answer.body]).toEqual([200, '%PDF']);
  },
);

test('a refusal of the street passes with its status', async () => {
  behave = (_request, response) => {
    response.writeHead(403, { 'content-type': 'application/problem+json' });
    response.end('{"status":403}');
  };
  const answer = await get(`/documents/dayu/minutes/${ID}.pdf`);
  expect([answer.statusCode, answer.json()]).toEqual([403, { status: 403 }]);
});

test.each([
  ['atlantis', 404, 'NOT_FOUND'],
  ['district', 404, 'NOT_FOUND'],
  ['away', 503, 'SUBGRAPH_UNAVAILABLE'],
])('%s: %d as problem+json, which names no host', async (name, status, code) => {
  const answer = await get(`/documents/${name}/minutes/${ID}.pdf`);
  expect(answer.statusCode).toBe(status);
  expect(answer.headers['content-type']).toContain('application/problem+json');
  expect(answer.json()).toMatchObject({ status, code });
  expect(answer.body).not.toContain('127.0.0.1');
});
