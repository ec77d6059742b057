import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '../../../tests/support/test-database';
import { eventually } from '../../../tests/support/wait';
import type { JobSettings } from './settings';
import { beat, claimJob } from './store/claims';
import { prepareJobs, startJobServer, type Described, type JobServer } from './test-support/job-server';

const CSV = { dataset: 'visits', format: 'csv' };

let store: TestDatabase;
let servers: JobServer[] = [];
beforeAll(async () => {
  store = await createTestDatabase();
  await prepareJobs(store);
});
afterAll(() => store.drop());
afterEach(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  servers = [];
  await store.query('DELETE FROM warehouse.job');
});

async function start(settings: Partial<JobSettings> = {}): Promise<JobServer> {
  const server = await startJobServer(store, settings);
  servers.push(server);
  return server;
}

async function until(server: JobServer, id: string, state: string): Promise<Described> {
  let job: Described | undefined;
  await eventually(`the job is ${state}`, async () => (job = await server.state(id)).state === state);
  return job as Described; // it is, when the wait is over
}

const files = async ({ directory }: JobServer): Promise<readonly string[]> =>
  (await readdir(directory)).sort();

/** Each row takes a second, or more: a job lasts until it is ended. */
async function slowly(work: () => Promise<void>, seconds = 1): Promise<void> {
  await store.query(
    `CREATE OR REPLACE VIEW bi.visits AS SELECT visit.* FROM visit, LATERAL (SELECT pg_sleep(visit.position * 0 + ${seconds})) AS slow OFFSET 0`,
  );
  try {
    await work();
  } finally {
    await store.query('CREATE OR REPLACE VIEW bi.visits AS TABLE visit');
  }
}

const copies = () =>
  store.query(`SELECT pid FROM pg_stat_activity WHERE application_name = 'jobs' AND query LIKE 'COPY%'
    AND state = 'active' AND datname = current_database()`);

test('a job that is deleted while it runs leaves no statement, no file and no job', () =>
  slowly(async () => {
    const server = await start();
    const { id } = await server.post(CSV);
    await eventually('it writes', async () => (await copies()).length === 1);
    expect(await server.state(id)).toMatchObject({ state: 'RUNNING' });
    await eventually('its thread reads', () => server.pool.idleCount === server.pool.totalCount);
    expect((await server.ask(`/bi/jobs/${id}`, { method: 'DELETE' })).status).toBe(204);
    await eventually('the statement has ended', async () => (await copies()).length === 0);
    await eventually('the file has gone', async () => (await files(server)).length === 0);
    expect((await server.ask(`/bi/jobs/${id}`)).status).toBe(404);
  }));

test('a job that is deleted before its first row leaves no statement', () =>
  slowly(async () => {
    const server = await start();
    const { id } = await server.post(CSV);
    await eventually('it reads', async () => (await copies()).length === 1);
    await server.ask(`/bi/jobs/${id}`, { method: 'DELETE' });
    await eventually('the statement has ended', async () => (await copies()).length === 0);
  }, 600));

test('a job that another program makes ends there when it is deleted here', () =>
  slowly(async () => {
    const maker = await start();
    const other = await start({ directory: maker.directory, atOnce: 0 });
    const { id } = await maker.post(CSV);
    await eventually('it writes', async () => (await copies()).length === 1);
    await other.ask(`/bi/jobs/${id}`, { method: 'DELETE' });
    await eventually('the statement has ended', async () => (await copies()).length === 0);
    await eventually('the file has gone', async () => (await files(maker)).length === 0);
  }));

test('a job is no longer its program’s when its key is revoked, or another attempt has begun', async () => {
  const server = await start({ atOnce: 0 });
  await server.post(CSV);
  const claim = await claimJob(server.pool, '00000000-0000-4000-8000-000000000001');
  if (!claim) throw new Error('no job');
  const isHeld = (held = claim) => beat(server.pool, held, { rows: 1, bytes: 1 });
  const revoke = (at: string) =>
    store.query(`UPDATE warehouse.key SET revoked_at = ${at} WHERE name = 'zhang'`);
  expect(await claimJob(server.pool, claim.runner)).toBeUndefined();
  expect(await isHeld()).toBe(true);
  await revoke('now()');
  expect(await isHeld()).toBe(false);
  await revoke('NULL');
  expect(await isHeld({ ...claim, job: { ...claim.job, attempt: 2 } })).toBe(false);
});

test('a program that stops puts its job back, and the next one makes it and still gives out what is done', async () => {
  const first = await start();
  const finished = await first.post(CSV);
  const link = (await until(first, finished.id, 'DONE')).download?.url ?? '';
  let interrupted = '';
  await slowly(async () => {
    interrupted = (await first.post(CSV)).id;
    await eventually('it writes', async () => (await copies()).length === 1);
    servers = [];
    await first.stop();
  });
  expect(await store.query(`SELECT state FROM warehouse.job WHERE id = '${interrupted}'`)).toEqual([
    { state: 'QUEUED' },
  ]);
  const second = await start({ directory: first.directory });
  expect(await until(second, interrupted, 'DONE')).toMatchObject({ rows: 5 });
  const { pathname, search } = new URL(link);
  expect((await second.ask(pathname + search, { reader: 'unknown' })).status).toBe(200);
});

test('a job whose program was killed begins again, and its half file goes', async () => {
  const idle = await start({ atOnce: 0 });
  const { id } = await idle.post(CSV);
  await store.query(`UPDATE warehouse.job SET state = 'RUNNING', attempt = 1, runner = gen_random_uuid(),
    beat_at = now() - interval '1 minute'`);
  await writeFile(join(idle.directory, `${id}.1.part`), 'half a f');
  await writeFile(join(idle.directory, 'notes.txt'), 'not a job');
  const next = await start({ directory: idle.directory });
  await until(next, id, 'DONE');
  expect(await store.query('SELECT attempt, failures FROM warehouse.job')).toEqual([
    { attempt: 2, failures: 1 },
  ]);
  await start({ directory: idle.directory, atOnce: 0 });
  await eventually('the half file has gone', async () => !(await files(next)).includes(`${id}.1.part`));
  expect(await files(next)).toEqual([`${id}.2`, 'notes.txt']);
});

test('a connection that breaks is not the end of a job', async () => {
  const server = await start();
  let id = '';
  await slowly(async () => {
    ({ id } = await server.post(CSV));
    await eventually('it writes', async () => (await copies()).length === 1);
    const [{ pid } = {}] = await copies();
    await store.query(`SELECT pg_terminate_backend(${String(pid)})`);
    await eventually('it is queued again', async () => (await server.state(id)).state === 'QUEUED');
  });
  await until(server, id, 'DONE');
  expect(await store.query('SELECT attempt, failures FROM warehouse.job')).toEqual([
    { attempt: 2, failures: 1 },
  ]);
});

test('a job that ends its program again and again is given up', async () => {
  const idle = await start({ atOnce: 0 });
  const { id } = await idle.post(CSV);
  await store.query(`UPDATE warehouse.job SET state = 'RUNNING', attempt = 3, failures = 2, runner = gen_random_uuid(),
    beat_at = now() - interval '1 minute'`);
  const next = await start({ directory: idle.directory });
  expect((await until(next, id, 'FAILED')).problem?.code).toBe('INTERNAL_SERVER_ERROR');
});

test('several programs over one warehouse make each job once', async () => {
  const idle = await start({ atOnce: 0 });
  for (let count = 0; count < 10; count += 1) await idle.post(CSV);
  const makers = await Promise.all([1, 2, 3].map(() => start({ directory: idle.directory, atOnce: 2 })));
  const open = () => store.query(`SELECT id FROM warehouse.job WHERE state <> 'DONE'`);
  await eventually('all are done', async () => (await open()).length === 0);
  expect(await store.query('SELECT DISTINCT attempt, rows::int FROM warehouse.job')).toEqual([
    { attempt: 1, rows: 5 },
  ]);
  expect((await files(makers[0] ?? idle)).length).toBe(10);
});

test('a reader has a number of jobs, whatever they do at once', async () => {
  const server = await start({ perReader: 3, atOnce: 0 });
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => server.ask('/bi/jobs', { method: 'POST', body: CSV })),
  );
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
    202, 202, 202, 429, 429, 429,
  ]);
  expect((await server.ask('/bi/jobs', { method: 'POST', body: CSV, reader: 'li' })).status).toBe(202);
});

test('files have a size that all of them share', async () => {
  const server = await start({ mostBytes: 300 });
  const { id } = await server.post({ ...CSV, select: 'street' });
  await until(server, id, 'DONE');
  const second = await server.post(CSV);
  expect((await until(server, second.id, 'FAILED')).problem?.code).toBe('STORAGE_FULL');
  expect(await files(server)).toEqual([`${id}.1`]);
  await store.query('UPDATE warehouse.job SET bytes = 300 WHERE bytes > 0');
  const refused = await server.ask('/bi/jobs', { method: 'POST', body: CSV });
  expect([refused.status, JSON.stringify(await refused.json())]).toEqual([
    507,
    expect.stringContaining('STORAGE_FULL'),
  ]);
});

test('a file that has had its time goes, and so does one without a job', async () => {
  const server = await start();
  const { id } = await server.post(CSV);
  const link = (await until(server, id, 'DONE')).download?.url ?? '';
  expect((await stat(join(server.directory, `${id}.1`))).mode & 0o077).toBe(0);
  await store.query(`UPDATE warehouse.job SET expires_at = now() - interval '1 s'`);
  await start({ directory: server.directory, atOnce: 0 });
  await eventually('the file has gone', async () => (await files(server)).length === 0);
  expect((await server.state(id)).state).toBe('EXPIRED');
  expect((await fetch(link)).status).toBe(410);
});
