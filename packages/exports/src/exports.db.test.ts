import { parse } from 'csv-parse/sync';
import { createTestDatabase, type TestDatabase } from '../../../tests/support/test-database';
import { digits, VISITS, VISITS_VIEW } from '../../dataset-query/src/test-support/visits';
import { startExports, type ExportServer } from './test-support/export-server';

const ID = '00000000-0000-7000-8000-00000000000';
const MORE = `INSERT INTO visit VALUES
  ('DAYU', '${ID}6', NULL, E'=1+1, "quoted"\\nand 𠮷\\\\', NULL, NULL, NULL, NULL, '{"x, y",z}', 8, false)`;

let store: TestDatabase;
let server: ExportServer;
beforeAll(async () => {
  store = await createTestDatabase();
  await store.query(VISITS_VIEW);
  await store.query(MORE);
  server = await startExports(store, [VISITS]);
});
afterAll(async () => {
  await server.stop();
  await store.drop();
});

type Row = Readonly<Record<string, string>>;

async function csv(parameters = ''): Promise<readonly Row[]> {
  const answer = await server.get(`/bi/visits.csv${parameters}`);
  const text = await answer.text();
  expect([answer.status, answer.status === 200 ? '' : text]).toEqual([200, '']);
  return parse<Row>(text, { columns: true, bom: true });
}

async function refusal(parameters: string, file = 'visits.csv', reader = 'district') {
  const answer = await server.get(`/bi/${file}${parameters}`, { authorization: reader });
  const body = (await answer.json()) as {
    readonly errors: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
  };
  return [answer.status, body.errors[0]?.extensions.code, body.errors[0]?.message];
}

const filter = (text: string): string => `?filter=${encodeURIComponent(text)}`;

test('CSV has all rows, street by street, with values that any tool reads', async () => {
  const rows = await csv();
  expect(digits(rows)).toBe('126345');
  expect(rows[0]).toEqual({
    street: 'DAYU',
    id: `${ID}1`,
    form: 'ROUTINE',
    note: '中文 𠮷',
    day: '2026-01-31',
    recorded_at: '2026-02-01T00:30:00+08:00',
    persons: '3',
    done: 'true',
    tags: 'a; b',
    position: '1',
    sample: 'false',
  });
  expect(rows[2]?.['note']).toBe('=1+1, "quoted"\nand 𠮷\\');
  const text = await (
    await server.get('/bi/visits.csv?select=note,form&filter=street%20eq%20%27CHENGZI%27')
  ).text();
  expect(text).toBe('note,form\n"",ROUTINE\n100% _x,ROUTINE\n');
});

test('cells that a spreadsheet would compute are escaped on request, and Excel is told of UTF-8', async () => {
  expect((await csv('?formulas=escape'))[2]?.['note']).toBe(`'=1+1, "quoted"\nand 𠮷\\`);
  const answer = await server.get('/bi/visits.csv?bom=true&header=zh&limit=1');
  expect(
    Buffer.from(await answer.arrayBuffer())
      .subarray(0, 9)
      .toString(),
  ).toBe('\uFEFFstreet');
});

test('JSON Lines have values of their types', async () => {
  const text = await (await server.get('/bi/visits.jsonl')).text();
  const rows = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(digits(rows)).toBe('126345');
  expect(rows[0]).toMatchObject({
    note: '中文 𠮷',
    recorded_at: '2026-02-01T00:30:00+08:00',
    persons: 3,
    done: true,
    tags: ['a', 'b'],
  });
  expect(rows[2]).toMatchObject({ note: '=1+1, "quoted"\nand 𠮷\\', day: null, tags: ['x, y', 'z'] });
});

test('rows are filtered, ordered and limited', async () => {
  expect(digits(await csv(filter(`form eq 'ROUTINE' and persons ge 0`)))).toBe('14');
  expect(digits(await csv('?order=persons%20desc&limit=3'))).toBe('263');
  expect(Object.keys((await csv('?select=note,id&limit=1'))[0] ?? {})).toEqual(['note', 'id']);
});

test('a parameter that is empty is as good as left out', async () => {
  const whole = await (await server.get('/bi/visits.csv')).text();
  expect(await (await server.get('/bi/visits.csv?select=&filter=&order=')).text()).toBe(whole);
  expect((await server.get('/bi/visits.csv?since=')).status).toBe(400);
});

test('pages of an order follow each other by their links', async () => {
  let path = '/bi/visits.csv?order=persons%20desc,note&limit=2&select=id';
  const pages = [];
  for (;;) {
    const answer = await server.get(path);
    pages.push(digits(parse<Row>(await answer.text(), { columns: true })));
    const next = /<(\?.+)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1];
    if (next === undefined) break;
    path = `/bi/visits.csv${next}`;
  }
  expect(pages.join('')).toBe(digits(await csv('?order=persons%20desc,note&select=id')));
  expect(pages).toHaveLength(4);
});

test('a client of changes gets the changed rows and the removed ones, and goes on where it was', async () => {
  const changes = await csv('?since=DAYU:5,CHENGZI:2&select=street,id,note');
  expect(changes.map(({ id, removed }) => [id?.slice(-1), removed])).toEqual([
    ['9', 'true'],
    ['6', 'false'],
    ['3', 'false'],
    ['5', 'false'],
  ]);
  expect(changes[0]).toMatchObject({ street: 'DAYU', note: '' });
  const page = await server.get('/bi/visits.csv?since=DAYU:5,CHENGZI:2&limit=2');
  expect(page.headers.get('bi-position')).toBe('DAYU:8,CHENGZI:2');
  const rest = await csv(`?since=${page.headers.get('bi-position')}`);
  expect(digits(rest)).toBe('35');
  // A script that reads few columns still learns which rows are gone.
  expect(
    (await csv('?since=DAYU:5,CHENGZI:4&select=note')).map(({ id, removed }) => [id?.slice(-1), removed]),
  ).toEqual([
    ['9', 'true'],
    ['6', 'false'],
    ['3', 'false'],
  ]);
  const whole = await server.get('/bi/visits.csv');
  expect(whole.headers.get('bi-position')).toBe('DAYU:9,CHENGZI:4');
  expect(await csv(`?since=${whole.headers.get('bi-position')}`)).toEqual([]);
});

test('a position that the feed does not have is refused: changes since then are unknown', async () => {
  expect(await refusal('?since=DAYU:10')).toEqual([409, 'CONFLICT', expect.stringContaining('since=0')]);
});

test('a row that was removed and is there again comes as it is', async () => {
  const removed = `'DAYU', 'community_visit', '00000000-0000-7000-8000-000000000003', 8`;
  await store.query(`INSERT INTO bi.removed_rows VALUES (${removed})`);
  expect(
    (await csv('?since=DAYU:6,CHENGZI:4')).map(({ id, removed: gone }) => [id?.slice(-1), gone]),
  ).toEqual([
    ['6', 'false'],
    ['3', 'false'],
  ]);
  await store.query('DELETE FROM bi.removed_rows WHERE position = 8');
});

test('a file that the client has is not sent once more', async () => {
  const first = await server.get('/bi/visits.csv');
  const tag = first.headers.get('etag') ?? '';
  const again = await server.get('/bi/visits.csv', { 'if-none-match': tag });
  expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag]);
  for (const other of ['visits.jsonl', 'visits.csv?limit=3']) {
    expect((await server.get(`/bi/${other}`, { 'if-none-match': tag })).status).toBe(200);
  }
  const own = await server.get('/bi/visits.csv', { 'if-none-match': tag, authorization: 'chengzi' });
  expect(own.status).toBe(200);
  await store.query(`UPDATE bi.freshness SET position = position + 1 WHERE street = 'CHENGZI'`);
  const changed = await server.get('/bi/visits.csv', { 'if-none-match': tag });
  await store.query(`UPDATE bi.freshness SET position = position - 1 WHERE street = 'CHENGZI'`);
  expect(changed.status).toBe(200);
  expect(
    (await server.get(`/bi/visits.csv${filter('recorded_at lt now()')}`)).headers.get('etag'),
  ).toBeNull();
});

test('headers name the file and its freshness, also without the content', async () => {
  for (const method of ['GET', 'HEAD']) {
    const answer = await fetch(`${server.address}/bi/visits.csv`, {
      method,
      headers: { authorization: 'district' },
    });
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="visits.csv"; filename*=UTF-8''%E8%BF%9B%E7%A4%BE%E5%8C%BA.csv`,
      'bi-freshness': 'DAYU=2026-03-01T00:00:00.000Z, CHENGZI=2026-03-01T00:00:00.000Z',
      'cache-control': 'private, no-cache',
      vary: 'authorization, accept-encoding',
    });
    expect((await answer.text()) === '').toBe(method === 'HEAD');
  }
});

test.each(['gzip', 'identity', 'zstd;q=0, gzip;q=0.5', 'br'])(
  'a client that takes %s reads the rows',
  async (accepted) => {
    const answer = await server.get('/bi/visits.csv', { 'accept-encoding': accepted });
    expect(answer.headers.get('content-encoding')).toBe(accepted.includes('gzip') ? 'gzip' : null);
    expect(digits(parse<Row>(await answer.text(), { columns: true }))).toBe('126345');
  },
);

test('a stale street is named, and refused where strictness is asked for', async () => {
  await store.query(`UPDATE bi.freshness SET state = 'UNREACHABLE' WHERE street = 'CHENGZI'`);
  const answer = await server.get('/bi/visits.csv');
  const strict = await refusal('?strict=true');
  const { headers } = await server.get('/bi/visits.csv?strict=true');
  const filtered = async (filter: string) =>
    (await server.get(`/bi/visits.csv?strict=true&filter=${encodeURIComponent(filter)}`)).status;
  const ofOne = [await filtered("street eq 'DAYU'"), await filtered("street in ('DAYU','CHENGZI') and done")];
  await store.query(`UPDATE bi.freshness SET state = 'FOLLOWING' WHERE street = 'CHENGZI'`);
  expect([answer.status, answer.headers.get('bi-stale')]).toEqual([200, 'CHENGZI']);
  expect(ofOne).toEqual([200, 503]);
  expect(headers.get('retry-after')).toBe('30');
  expect(strict).toEqual([503, 'SUBGRAPH_UNAVAILABLE', expect.stringContaining('CHENGZI')]);
});

test.each([
  ['?nonsense=1', 'nonsense'],
  ['?limit=0', '1000000000'],
  ['?limit=1e3', '1000000000'],
  ['?limit=1;DROP', '1000000000'],
  ['?strict=yes', 'false, true'],
  ['?header=fr', 'name, zh, en'],
  ['?bom=1', 'false, true'],
  ['?formulas=on', 'keep, escape'],
  ['?select=id,secret', 'secret'],
  ['?select=id,id', 'id'],
  ['?select=id&select=form', 'select'],
  [`?select=${encodeURIComponent('id" FROM visit; --')}`, 'FROM visit'],
  ['?order=secret', 'secret'],
  [`?order=${encodeURIComponent('id; DROP TABLE visit')}`, 'DROP'],
  [filter('secret eq 1'), 'secret'],
  [filter(`form eq 'ROUTINE' or 1=1`), '='],
  [filter(`note eq 'x''; DROP TABLE visit; --`), '单引号'],
  [`?since=${encodeURIComponent("DAYU:1') OR true --")}`, 'DAYU:0'],
  ['?since=DAYU:1&order=id', 'order'],
  ['?after=abc', 'order'],
  ['?order=id&after=abc', 'after'],
])('%s is refused with its name and the next action', async (parameters, told) => {
  expect(await refusal(parameters)).toEqual([400, 'BAD_USER_INPUT', expect.stringContaining(told)]);
  expect((await csv()).length).toBe(6);
});

test('text that would end a literal is only text', async () => {
  expect(await csv(filter(`note eq 'it''s'`))).toHaveLength(1);
  expect(await csv(filter(`note eq '\\'' OR true --'`))).toEqual([]);
  expect(await csv(filter(`note in ('}'') OR true --', 'it''s')`))).toHaveLength(1);
});

test('parameters of other formats are refused', async () => {
  expect(await refusal('?bom=true', 'visits.jsonl')).toEqual([
    400,
    'BAD_USER_INPUT',
    expect.stringContaining('csv'),
  ]);
  expect(await refusal('', 'visits')).toEqual([
    404,
    'NOT_FOUND',
    expect.stringContaining('the format is missing'),
  ]);
  expect(await refusal('', 'visits.pdf')).toEqual([404, 'NOT_FOUND', expect.stringContaining('parquet')]);
  expect(await refusal('', 'secrets.csv')).toEqual([
    404,
    'NOT_FOUND',
    expect.stringContaining('datasets.json'),
  ]);
});

test('a reader of one street gets its rows, whatever is asked for', async () => {
  const own = async (parameters: string): Promise<string> => {
    const answer = await server.get(`/bi/visits.csv${parameters}`, { authorization: 'chengzi' });
    return digits(parse<Row>(await answer.text(), { columns: true }));
  };
  expect(await own('')).toBe('45');
  expect(await own(filter(`street eq 'DAYU'`))).toBe('');
  expect(await own(filter(`street eq 'DAYU' or street ne 'DAYU'`))).toBe('45');
  expect(await own('?order=note')).toBe('45');
  expect(await own('?since=0')).toBe('45');
});

test('strangers are told to log in, and others that the dataset is not theirs', async () => {
  expect(await refusal('', 'visits.csv', 'unknown')).toEqual([401, 'UNAUTHENTICATED', expect.anything()]);
  expect(await refusal('', 'visits.csv', 'stranger')).toEqual([403, 'FORBIDDEN', expect.anything()]);
});

test('the list has the datasets of the reader', async () => {
  await server.pool.query(`UPDATE bi.freshness SET state = 'BEHIND' WHERE street = 'CHENGZI'`);
  const list = await (await server.get('/bi/datasets.json')).json();
  expect(list).toMatchObject({
    datasets: [
      {
        name: 'visits',
        zh: '进社区',
        formats: ['csv', 'jsonl', 'parquet', 'arrow', 'xlsx'],
        columns: expect.arrayContaining([
          expect.objectContaining({ name: 'form', type: 'text', nullable: true }),
        ]),
        measures: [{ name: 'count' }, { name: 'persons_sum' }],
      },
    ],
    freshness: [
      { street: 'DAYU', position: '9', stale: false },
      { street: 'CHENGZI', stale: true },
      { street: 'DISTRICT' },
    ],
  });
  await server.pool.query(`UPDATE bi.freshness SET state = 'FOLLOWING'`);
  const none = await server.get('/bi/datasets.json', { authorization: 'stranger' });
  expect(await none.json()).toMatchObject({ datasets: [] });
});
