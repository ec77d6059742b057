import { sendRefusal, type Reader } from '@mtg/bi-doors';
import { createHttpServer, createLogger } from '@mtg/service-kit';
import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import type { TestDatabase } from '../../../../tests/support/test-database';
import { openPool } from '../../../../tests/support/test-pool';
import { authenticateReader, limitDoors, revokeKey, roleOf } from '../index';
import { createEmptyWarehouse, openKeys, type KeyRing } from '../test-support/key-ring';

const logger = createLogger('keys', 'fatal', 'json');

let warehouse: TestDatabase;
let keys: KeyRing;
let pool: Pool;
beforeAll(async () => {
  warehouse = await createEmptyWarehouse();
  keys = await openKeys(warehouse);
  pool = openPool({ connectionString: warehouse.url });
});
afterEach(() => keys.revokeAll());
afterAll(async () => {
  await pool.end();
  await keys.close();
  await warehouse.drop();
});

let app: FastifyInstance;
beforeEach(async () => {
  app = createHttpServer(logger);
  await limitDoors(app, 0);
  const authenticate = authenticateReader(pool, async () => ({
    subject: 'wang',
    role: 'DISPATCHER',
    street: 'DAYU',
  }));
  app.get('/bi/reader', async (request, reply) => {
    try {
      const { subject, street }: Reader = await authenticate(request.headers.authorization);
      return await reply.send({ subject, street });
    } catch (error) {
      return sendRefusal(error, request, reply);
    }
  });
});
afterEach(() => app.close());

const ask = async (authorization?: string) => {
  const answer = await app.inject({
    url: '/bi/reader',
    headers: { ...(authorization !== undefined && { authorization }) },
  });
  return { status: answer.statusCode, body: answer.json<Record<string, unknown>>(), text: answer.body };
};
const basic = (name: string, secret: string): string =>
  `Basic ${Buffer.from(`${name}:${secret}`).toString('base64')}`;

test('a key is a reader with its street, by Basic and by Bearer', async () => {
  const { name, secret } = await keys.grant('CHENGZI');
  const reader = { status: 200, body: { subject: `key:${name}`, street: 'CHENGZI' } };
  expect(await ask(basic(name, secret))).toMatchObject(reader);
  expect(await ask(basic(roleOf(name), secret))).toMatchObject(reader);
  expect(await ask(`Bearer ${name}.${secret}`)).toMatchObject(reader);
  const { name: all, secret: itsSecret } = await keys.grant();
  expect((await ask(`bearer ${all}.${itsSecret}`)).body).toEqual({ subject: `key:${all}` });
});

test('a token is a reader by its claims', async () => {
  expect((await ask('Bearer a.b.c')).body).toEqual({ subject: 'wang', street: 'DAYU' });
});

test('a key that was just verified is refused once it is revoked or has expired', async () => {
  const { name, secret } = await keys.grant('DAYU');
  expect((await ask(basic(name, secret))).status).toBe(200);
  await keys.owner.query('UPDATE warehouse.key SET expires_at = now() WHERE name = $1', [name]);
  expect(await ask(basic(name, secret))).toMatchObject({
    status: 401,
    text: expect.stringMatching(/has expired.*mtg bi grant/),
  });
  await revokeKey(keys.owner, name);
  expect(await ask(basic(name, secret))).toMatchObject({
    status: 401,
    text: expect.stringMatching(/was revoked.*mtg bi grant/),
  });
});

test('others are refused alike, with the next action', async () => {
  const { name, secret } = await keys.grant('DAYU');
  const wrong = await ask(basic(name, `${secret}x`));
  expect(wrong).toMatchObject({ status: 401, text: expect.stringMatching(/name or the key is wrong/) });
  expect((await ask(basic('unknown', secret))).body).toMatchObject({
    errors: [{ message: (wrong.body['errors'] as { message: string }[])[0]?.message }],
  });
  for (const header of [undefined, 'Basic', 'Basic x', 'Digest x']) {
    if (header !== 'Digest x')
      expect(await ask(header)).toMatchObject({ status: 401, text: expect.stringMatching(/mtg bi grant/) });
  }
});

test('a key with a colon in a Bearer header is told of the dot', async () => {
  const { name, secret } = await keys.grant('DAYU');
  const { status, text } = await ask(`Bearer ${name}:${secret}`);
  expect([status, text]).toEqual([401, expect.stringContaining('Bearer NAME.KEY')]);
  expect(text).not.toContain('"http"');
});

test('an address whose logins fail again and again waits', async () => {
  const { name, secret } = await keys.grant('DAYU');
  let last = 0;
  for (let attempt = 0; attempt < 31; attempt += 1) last = (await ask(basic(name, `wrong${attempt}`))).status;
  expect(last).toBe(429);
  expect((await ask(basic(name, secret))).status).toBe(429);
});
