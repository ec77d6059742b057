import { EventEmitter } from 'node:events';
import type { FastifyReply } from 'fastify';
import type { Pool } from 'pg';
import { VISITS } from '../../../dataset-query/src/test-support/visits';
import { createTestDatabase, type TestDatabase } from '../../../../tests/support/test-database';
import { openPool } from '../../../../tests/support/test-pool';
import { eventually } from '../../../../tests/support/wait';
import type { Reader } from '../readers/reader';
import { AskerGone, goneSignal } from './asker';
import { openSnapshot } from './snapshot';

let store: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  store = await createTestDatabase();
  await store.query(`CREATE SCHEMA bi; CREATE VIEW bi.freshness AS SELECT 'DAYU' AS street, 'FOLLOWING' AS state, 1 AS place, now() AS fresh_at,
    1 AS age_seconds, 7::bigint AS position, 0::bigint AS first_position, NULL::text AS problem_zh, NULL::text AS problem_en`);
  pool = openPool({ connectionString: store.url, application_name: 'asked', max: 1 });
});
afterAll(async () => {
  await pool.end();
  await store.drop();
});

const READER: Reader = { subject: 'a', street: undefined, refusal: () => undefined };

const open = (gone: AbortSignal) =>
  openSnapshot({ pool, sources: [{ code: 'DAYU', title: 'DAYU' }] }, READER, VISITS, { gone });

/** Transactions that are open, and places of the pool that are taken. */
async function held(): Promise<readonly number[]> {
  const sessions = await store.query(
    `SELECT FROM pg_stat_activity WHERE application_name = 'asked' AND datname = current_database() AND state <> 'idle'`,
  );
  return [sessions.length, pool.totalCount - pool.idleCount];
}

const nothingIsHeld = () =>
  eventually('nothing is held', async () => (await held()).every((count) => count === 0));

test('who goes while a connection is waited for leaves none', async () => {
  const taken = await pool.connect();
  const gone = new AbortController();
  const opened = open(gone.signal);
  gone.abort();
  taken.release();
  await expect(opened).rejects.toThrow(AskerGone);
  await nothingIsHeld();
});

test('who has gone before takes no connection', async () => {
  await expect(open(AbortSignal.abort())).rejects.toThrow(AskerGone);
  await nothingIsHeld();
});

test('who goes later ends the state, also while nothing is read', async () => {
  const gone = new AbortController();
  const { end } = await open(gone.signal);
  expect(await held()).toEqual([1, 1]);
  gone.abort();
  await nothingIsHeld();
  await end();
});

test('a transaction that the server ends gives its place in the pool back', async () => {
  const { end } = await open(new AbortController().signal);
  await store.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'asked' AND datname = current_database()`,
  );
  await nothingIsHeld();
  await end();
  const next = await open(new AbortController().signal);
  await next.end();
  await nothingIsHeld();
});

test('a reply that was closed before is told of at once', () => {
  const raw = Object.assign(new EventEmitter(), { destroyed: true });
  // As much of a reply as is looked at.
  expect(goneSignal({ raw } as unknown as FastifyReply).aborted).toBe(true);
  raw.destroyed = false;
  const gone = goneSignal({ raw } as unknown as FastifyReply);
  expect(gone.aborted).toBe(false);
  raw.emit('close');
  expect(gone.aborted).toBe(true);
});
