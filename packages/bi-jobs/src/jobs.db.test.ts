import { createHash } from 'node:crypto';
import { createTestDatabase, type TestDatabase } from '../../../tests/support/test-database';
import { eventually } from '../../../tests/support/wait';
import { prepareJobs, startJobServer, type Described, type JobServer } from './test-support/job-server';

let store: TestDatabase;
let server: JobServer;
beforeAll(async () => {
  store = await createTestDatabase();
  await prepareJobs(store);
  server = await startJobServer(store);
});
afterAll(async () => {
  await server.stop();
  await store.drop();
});
afterEach(() => store.query('DELETE FROM warehouse.job'));

async function done(body: Readonly<Record<string, unknown>>, reader?: string): Promise<Described> {
  const { id } = await server.post(body, reader);
  let job: Described | undefined;
  await eventually('the job is done', async () => (job = await server.state(id, reader)).state === 'DONE');
  return job as Described; // it is, when the wait is over
}

const urlOf = ({ download }: Described): string => download?.url ?? '';
const load = (url: string, headers: Readonly<Record<string, string>> = {}) => fetch(url, { headers });

test('a job is accepted, described, and loaded by its link alone, as the export has it', async () => {
  const asked = { dataset: 'visits', format: 'csv', select: ['street', 'note'], header: 'zh', limit: 3 };
  const accepted = await server.ask('/bi/jobs', { method: 'POST', body: asked });
  const { id } = (await accepted.json()) as Described;
  expect([accepted.status, accepted.headers.get('location'), accepted.headers.get('retry-after')]).toEqual([
    202,
    `/bi/jobs/${id}`,
    '5',
  ]);
  await eventually('the job is done', async () => (await server.state(id)).state === 'DONE');
  const job = await server.state(id);
  expect(job).toMatchObject({
    rows: 3,
    progress: 1,
    freshness: [
      { street: 'DAYU', stale: false },
      { street: 'CHENGZI', stale: true },
    ],
  });
  const answer = await load(urlOf(job));
  const bytes = Buffer.from(await answer.arrayBuffer());
  const exported = await server.ask('/bi/visits.csv?select=street,note&header=zh&limit=3');
  expect(bytes.toString()).toBe(await exported.text());
  expect(job.position).toBe(exported.headers.get('bi-position'));
  expect(answer.headers.get('bi-position')).toBe(job.position);
  expect(answer.headers.get('bi-stale')).toBe('CHENGZI');
  expect(answer.headers.get('content-length')).toBe(String(bytes.length));
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(job.download?.sha256);
  const list = (await (await server.ask('/bi/jobs')).json()) as { readonly jobs: readonly Described[] };
  expect(list.jobs.map((each) => each.id)).toEqual([id]);
});

test.each(['jsonl', 'parquet', 'arrow', 'xlsx'])(
  '%s is the same file too, with all its rows',
  async (format) => {
    const job = await done({ dataset: 'visits', format });
    expect(job.rows).toBe(5);
    const file = await (await load(urlOf(job))).arrayBuffer();
    expect(file.byteLength).toBe(job.download?.bytes);
    if (format !== 'xlsx') {
      const exported = await (await server.ask(`/bi/visits.${format}`)).arrayBuffer();
      expect(Buffer.from(file).equals(Buffer.from(exported))).toBe(true);
    }
  },
);

test('a download goes on where it broke off, and only of the same content', async () => {
  const job = await done({ dataset: 'visits', format: 'csv' });
  const whole = await load(urlOf(job));
  const text = await whole.text();
  const tag = whole.headers.get('etag') ?? '';
  expect(tag).toMatch(/^"[^"]{30,}"$/);
  const part = async (range: string, ifRange?: string) => {
    const answer = await load(urlOf(job), { range, ...(ifRange !== undefined && { 'if-range': ifRange }) });
    return [answer.status, answer.headers.get('content-range'), await answer.text()];
  };
  const size = Buffer.byteLength(text);
  const rest = Buffer.from(text).subarray(7).toString();
  expect(await part('bytes=7-', tag)).toEqual([206, `bytes 7-${size - 1}/${size}`, rest]);
  expect(await part('bytes=0-5')).toEqual([206, `bytes 0-5/${size}`, 'street']);
  expect((await part('bytes=-1'))[2]).toBe('\n');
  expect(await part('bytes=7-', '"another"')).toEqual([200, null, text]);
  expect(await part('bytes=0-1,4-5')).toEqual([200, null, text]);
  expect((await part(`bytes=${size}-`)).slice(0, 2)).toEqual([416, `bytes */${size}`]);
  const head = await fetch(urlOf(job), { method: 'HEAD', headers: { range: 'bytes=0-5' } });
  expect([head.status, head.headers.get('content-length')]).toEqual([200, String(size)]);
  expect((await load(urlOf(job), { 'if-none-match': tag })).status).toBe(304);
});

const wrong: readonly (readonly [Record<string, unknown>, string])[] = [
  [{ dataset: 'visits', format: 'csv', filter: 'note eq' }, 'visits.csv?filter=note%20eq'],
  [{ dataset: 'visits', format: 'csv', select: 'nothing' }, 'visits.csv?select=nothing'],
  [{ dataset: 'visits', format: 'csv', limit: 0 }, 'visits.csv?limit=0'],
  [{ dataset: 'visits', format: 'csv', since: 'MARS:1' }, 'visits.csv?since=MARS:1'],
  [{ dataset: 'visits', format: 'csv', order: 'note', after: 'x' }, 'visits.csv?order=note&after=x'],
  [{ dataset: 'visits', format: 'parquet', bom: true }, 'visits.parquet?bom=true'],
  [{ dataset: 'visits', format: 'csv', speed: 'high' }, 'visits.csv?speed=high'],
  [{ dataset: 'visits', format: 'csv', strict: true }, 'visits.csv?strict=true'],
  [{ dataset: 'visits', format: 'doc' }, 'visits.doc'],
  [{ dataset: 'secrets', format: 'csv' }, 'secrets.csv'],
];
test.each(wrong)('%j is refused at once as the export refuses it', async (body, path) => {
  const refusal = async (answer: Promise<Response>) => {
    const { status, json } = await answer.then(async (each) => ({
      status: each.status,
      json: (await each.json()) as { readonly errors: readonly { readonly message: string }[] },
    }));
    return [status, json.errors[0]?.message];
  };
  const refused = await refusal(server.ask('/bi/jobs', { method: 'POST', body }));
  expect(refused).toEqual(await refusal(server.ask(`/bi/${path}`)));
  expect(await store.query('SELECT id FROM warehouse.job')).toEqual([]);
});

test('a body that asks for no file, a reader who may not read, and a caller without a key are refused', async () => {
  const status = async (body: unknown, reader?: string) =>
    (await server.ask('/bi/jobs', { method: 'POST', body, ...(reader !== undefined && { reader }) })).status;
  expect(await status([])).toBe(400);
  expect(await status({ dataset: 'visits' })).toBe(400);
  expect(await status({ dataset: 'visits', format: 'csv', filter: { a: 1 } })).toBe(400);
  expect(await status({ dataset: 'visits', format: 'csv' }, 'stranger')).toBe(403);
  expect(await status({ dataset: 'visits', format: 'csv' }, 'unknown')).toBe(401);
  expect(await store.query('SELECT id FROM warehouse.job')).toEqual([]);
});

test('bodies that are no job are refused with one that is; none is needed to delete', async () => {
  const send = async (method: string, path: string, type: string, body?: string) => {
    const headers = { authorization: 'zhang', 'content-type': type };
    const answer = await server.ask(path, { method, headers, ...(body !== undefined && { raw: body }) });
    return { status: answer.status, text: await answer.text() };
  };
  for (const body of ['{', '']) {
    const { status, text } = await send('POST', '/bi/jobs', 'application/json', body);
    expect([status, text]).toEqual([400, expect.stringMatching(/work_orders.*requestId/s)]);
  }
  const typed = await send('POST', '/bi/jobs', 'text/plain', '{"dataset":"visits","format":"csv"}');
  expect([typed.status, typed.text]).toEqual([415, expect.stringMatching(/Content-Type.*work_orders/s)]);
  for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded']) {
    const { id } = await done({ dataset: 'visits', format: 'csv' });
    expect((await send('DELETE', `/bi/jobs/${id}`, type)).status).toBe(204);
  }
});

test('the job that ended first makes room once its link has run out; until then the time is named', async () => {
  const body = { dataset: 'visits', format: 'csv' };
  const first = await done(body);
  for (let count = 1; count < 10; count += 1) await done(body);
  const refused = await server.ask('/bi/jobs', { method: 'POST', body });
  const seconds = Number(refused.headers.get('retry-after'));
  expect(refused.status).toBe(429);
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(60);
  expect(await refused.text()).toMatch(/DELETE \/bi\/jobs\/\{id\}.*requestId/s);
  await store.query(
    `UPDATE warehouse.job SET finished_at = finished_at - interval '61 s' WHERE id = '${first.id}'`,
  );
  await done(body);
  expect((await server.state(first.id)).state).toBe('EXPIRED');
  expect((await server.ask('/bi/jobs', { method: 'POST', body })).status).toBe(429);
});

test('a job is its reader’s own, and has the rows of their street only', async () => {
  const job = await done({ dataset: 'visits', format: 'csv', select: 'street' }, 'li');
  expect(await (await load(urlOf(job))).text()).toBe('street\nCHENGZI\nCHENGZI\n');
  for (const reader of ['zhang', 'token', 'stranger']) {
    expect((await server.ask(`/bi/jobs/${job.id}`, { reader })).status).toBe(404);
    expect((await server.ask(`/bi/jobs/${job.id}`, { method: 'DELETE', reader })).status).toBe(404);
  }
  const mine = await done({ dataset: 'visits', format: 'csv' });
  // A token whose subject is called like a key is another reader.
  expect(await (await server.ask('/bi/jobs', { reader: 'token' })).json()).toEqual({ jobs: [] });
  expect((await server.state(mine.id)).state).toBe('DONE');
});

test('a link is bound to its job and its time', async () => {
  const [one, other] = [
    await done({ dataset: 'visits', format: 'csv' }),
    await done({ dataset: 'visits', format: 'csv' }),
  ];
  const status = async (url: string) => (await load(url)).status;
  const url = urlOf(one);
  expect(await status(url)).toBe(200);
  expect(await status(url.replace(one.id, other.id))).toBe(403);
  expect(await status(url.replace(/expires=\d+/, 'expires=9999999999'))).toBe(403);
  expect(await status(url.replace(/&signature.*/, ''))).toBe(403);
  expect(await status(`${url}x`)).toBe(403);
  const late = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 61_000);
  expect(await status(url)).toBe(410);
  late.mockRestore();
});

test('a key that is revoked, or granted again, ends its jobs and their links', async () => {
  const job = await done({ dataset: 'visits', format: 'csv' }, 'li');
  const change = (set: string) => store.query(`UPDATE warehouse.key SET ${set} WHERE name = 'li'`);
  const status = async () => (await load(urlOf(job))).status;
  expect(await status()).toBe(200);
  await change('revoked_at = now()');
  expect(await status()).toBe(410);
  await change(`revoked_at = NULL, created_at = now() + interval '1 s'`);
  expect(await status()).toBe(410);
  await change(`created_at = now() - interval '1 day', expires_at = now() - interval '1 s'`);
  expect(await status()).toBe(410);
  await change(`expires_at = 'infinity'`);
  expect(await status()).toBe(200);
});
