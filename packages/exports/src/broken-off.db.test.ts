import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { createTestDatabase, type TestDatabase } from '../../../tests/support/test-database';
import { eventually } from '../../../tests/support/wait';
import { VISITS, VISITS_VIEW } from '../../dataset-query/src/test-support/visits';
import { startExports, type ExportServer } from './test-support/export-server';

let store: TestDatabase;
let server: ExportServer;
beforeAll(async () => {
  store = await createTestDatabase();
  await store.query(VISITS_VIEW);
  await store.query(
    `INSERT INTO visit (street, id, note, position) SELECT 'DAYU', gen_random_uuid(), repeat(md5(n::text), 8), 100 + n FROM generate_series(1, 120000) AS n`,
  );
  server = await startExports(store, [VISITS]);
});
afterAll(async () => {
  await server.stop();
  await store.drop();
});

/** Connections of the server that have something open. */
const atWork = () =>
  store.query(
    `SELECT query FROM pg_stat_activity WHERE application_name = 'exports' AND datname = current_database() AND backend_type = 'client backend' AND state <> 'idle'`,
  );

const ask = (path: string) => get(`${server.address}${path}`, { headers: { authorization: 'district' } });

test.each(['csv', 'jsonl', 'parquet', 'arrow', 'xlsx'])(
  'a client that goes while it reads %s leaves neither connection nor statement',
  async (format) => {
    const request = ask(`/bi/visits.${format}`);
    // The event `response` has one argument.
    const [answer] = (await once(request, 'response')) as [IncomingMessage];
    await once(answer, 'readable');
    expect((await atWork()).length).toBe(1);
    request.destroy();
    await eventually('the statement has ended', async () => (await atWork()).length === 0);
    await eventually('all connections are free', () => server.pool.idleCount === server.pool.totalCount);
  },
);

test('a client that takes nothing any more is given up, and leaves nothing', async () => {
  const impatient = await startExports(store, [VISITS], { stallMs: 200 });
  try {
    for (const format of ['csv', 'parquet', 'arrow']) {
      const request = get(`${impatient.address}/bi/visits.${format}`, {
        headers: { authorization: 'district' },
      });
      const [answer] = (await once(request, 'response')) as [IncomingMessage];
      // It keeps the connection, and reads no further.
      answer.pause();
      expect((await atWork()).length).toBe(1);
      await eventually('the statement has ended', async () => (await atWork()).length === 0);
      request.destroy();
    }
    await eventually(
      'all connections are free',
      () => impatient.pool.idleCount === impatient.pool.totalCount,
    );
  } finally {
    await impatient.stop();
  }
});

test('a failure behind the first row cuts the answer short', async () => {
  const answer = await server.get('/bi/visits.csv');
  await store.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'exports' AND datname = current_database()`,
  );
  expect(answer.status).toBe(200);
  await expect(answer.text()).rejects.toThrow();
  await eventually('all connections are free', () => server.pool.idleCount === server.pool.totalCount);
});

test('a client that goes before the first row leaves nothing', async () => {
  // Sorts for longer than the client waits.
  await store.query(
    `CREATE OR REPLACE VIEW bi.visits AS SELECT visit.* FROM visit, LATERAL (SELECT count(*) FROM generate_series(1, 20000) AS g WHERE g > position) AS slow WHERE slow.count >= 0`,
  );
  for (const format of ['csv', 'parquet', 'arrow']) {
    const request = ask(`/bi/visits.${format}?order=note`);
    request.on('error', () => undefined);
    await eventually('the statement runs', async () =>
      (await atWork()).some(({ query }) => String(query).startsWith('COPY')),
    );
    request.destroy();
    await eventually('the statement has ended', async () => (await atWork()).length === 0);
  }
  await eventually('all connections are free', () => server.pool.idleCount === server.pool.totalCount);
});

test('a failure before the first row is an error', async () => {
  const columns = VISITS.columns.map(({ name }) =>
    name === 'persons' ? '1 / (100 - position::int) AS persons' : name,
  );
  await store.query(`CREATE OR REPLACE VIEW bi.visits AS SELECT ${columns.join(', ')} FROM (TABLE visit UNION ALL
    SELECT street, gen_random_uuid(), form, note, day, recorded_at, persons, done, tags, 100, sample FROM visit WHERE position = 9) AS visit;
    UPDATE bi.freshness SET position = 100`);
  for (const format of ['csv', 'parquet', 'arrow']) {
    const first = await server.get(`/bi/visits.${format}?since=DAYU:99,CHENGZI:99`);
    expect([first.status, await first.json()]).toEqual([
      500,
      { errors: [expect.objectContaining({ message: '内部错误 · Internal error' })] },
    ]);
  }
  await eventually('all connections are free', () => server.pool.idleCount === server.pool.totalCount);
  expect((await server.get('/bi/datasets.json')).status).toBe(200);
});
