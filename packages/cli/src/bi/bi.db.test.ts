import { randomUUID } from 'node:crypto';
import { createLogger } from '@mtg/service-kit';
import { startWarehouse, WAREHOUSE_MIGRATIONS } from '@mtg/warehouse';
import { query } from '../../../../tests/startup/support/query';
import { MtgHost, runMtg, type MtgEnd } from '../../../../tests/support/mtg';
import { createTestDatabase, type TestDatabase } from '../../../../tests/support/test-database';

const host = new MtgHost();
const name = `t${randomUUID().replaceAll('-', '').slice(0, 20)}`;

let warehouse: TestDatabase;
beforeAll(async () => {
  warehouse = await createTestDatabase();
  // A migration needs nothing of a runner but its `query`.
  for (const Migration of WAREHOUSE_MIGRATIONS) await new Migration().up({ query: warehouse.query } as never);
  const running = await startWarehouse({
    databaseUrl: warehouse.url,
    sources: [{ name: 'dayu', code: 'DAYU', title: '大峪街道', url: 'postgres://127.0.0.1:1/none' }],
    facts: [],
    viewsOver: () => [],
    serving: [],
    logger: createLogger('bi', 'fatal', 'json'),
  });
  await running.stop();
});
afterAll(async () => {
  await mtg('revoke', name);
  await host.stop();
  await warehouse.drop();
});

const environment = (): Record<string, string> => ({
  MTG_DATA_DIR: '/nowhere',
  DATABASE_OWNER_URL: warehouse.url,
});
const mtg = async (...given: readonly string[]): Promise<MtgEnd> =>
  host.run({ environment: environment() }, 'bi', ...given);

test('a key is granted with lines that work, listed, and revoked', async () => {
  const { code, output } = await mtg(
    'grant',
    name,
    '--street',
    'dayu',
    '--expires',
    '30',
    '--url',
    'https://bi.example.cn/',
  );
  expect(code).toBe(0);
  const [url = ''] = /postgresql:\S+/.exec(output) ?? [];
  const secret = new URL(url).password;
  expect(output).toContain(`curl -u '${name}:${secret}' 'https://bi.example.cn/bi/work_orders.csv?limit=5'`);
  expect(output).toContain(`Bearer ${name}.${secret}`);
  expect(output).toContain('https://bi.example.cn/odata/');
  // The list of processes shows what a line has.
  expect(output).toMatch(new RegExp(`psql 'postgresql://bi_${name}@[^:]+:\\d+/`));
  expect(
    output
      .split('\n')
      .filter((line) => line.includes('psql'))
      .join(''),
  ).not.toContain(secret);
  expect(await query(url, 'SELECT street, state FROM freshness')).toEqual([
    { street: 'DAYU', state: 'UNREACHABLE' },
  ]);
  const listed = await mtg('keys');
  expect(listed.output).toMatch(new RegExp(`${name}\\s+bi_${name}\\s+DAYU .*valid`));
  expect(listed.output).not.toContain(secret);
  // Where the doors are is found again.
  expect(listed.output).toContain(`postgresql://bi_NAME@${new URL(warehouse.url).host}/`);
  expect(await mtg('grant', name)).toMatchObject({
    code: 65,
    errors: expect.stringContaining('mtg bi revoke'),
  });
  expect(await mtg('revoke', name)).toMatchObject({ code: 0, output: expect.stringContaining('revoked') });
  expect((await mtg('keys')).output).toMatch(/revoked/);
  await expect(query(url, 'SELECT 1')).rejects.toThrow(/authentication failed/);
});

test.each([
  ['an unknown street', 2, /Unknown code.*DAYU/, ['grant', 'x', '--street', 'WEST']],
  ['a number of days that is none', 2, /number of days/, ['grant', 'x', '--expires', 'soon']],
  ['a name that is no name', 2, /small letter/, ['grant', 'Zhang San']],
  ['an address that is none', 2, /address of the gateway.*“foo”/, ['grant', 'x', '--url', 'foo']],
  ['an unknown key', 65, /mtg bi keys/, ['revoke', 'unknown']],
  ['a source that was never read', 65, /SOURCES/, ['resync', 'CHENGZI']],
])('%s ends with a code of its own', async (_what, code, sentence, given) => {
  expect(await mtg(...given)).toMatchObject({ code, errors: expect.stringMatching(sentence) });
});

test('the status names each source, and says by its code that one is not current', async () => {
  const { code, output } = await mtg('status');
  expect(output).toMatch(/DAYU\s+大峪街道\s+无法连接 · unreachable/);
  expect(code).toBe(65);
});

test('the status names a source that is followed and silent', async () => {
  await warehouse.query(`INSERT INTO warehouse.source (name, state, fresh_at) VALUES ('dayu', 'FOLLOWING', now() - interval '309 seconds')
    ON CONFLICT (name) DO UPDATE SET state = excluded.state, fresh_at = excluded.fresh_at`);
  const silent = await mtg('status');
  expect(silent.output).toMatch(/DAYU\s+大峪街道\s+落后 · behind .*Nothing complete for 3\d\d s\. Check/);
  expect(silent.code).toBe(65);
  await warehouse.query('UPDATE warehouse.source SET fresh_at = now()');
  const current = await mtg('status');
  expect(current).toMatchObject({ code: 0, output: expect.stringContaining('跟随中 · following') });
  await warehouse.query(`UPDATE warehouse.source SET state = 'UNREACHABLE'`);
});

test('a copy is asked for and waited for', async () => {
  await warehouse.query(`INSERT INTO warehouse.source (name) VALUES ('dayu') ON CONFLICT DO NOTHING`);
  expect(await mtg('resync', 'DAYU', '--no-wait')).toMatchObject({ code: 0 });
  const wanted = async () => (await warehouse.query('SELECT copy_wanted FROM warehouse.source'))[0];
  expect(await wanted()).toEqual({ copy_wanted: true });
  const waiting = mtg('resync', 'dayu');
  setTimeout(() => void warehouse.query('UPDATE warehouse.source SET copy_wanted = false'), 1500);
  expect(await waiting).toMatchObject({ code: 0, output: expect.stringMatching(/copied/) });
});

test('without a warehouse it says where it looked', async () => {
  const end = await runMtg({ environment: { MTG_DATA_DIR: '/nowhere' } }, 'bi', 'keys');
  expect(end).toMatchObject({ code: 66, errors: expect.stringContaining('DATABASE_OWNER_URL') });
});

const S3_KEYS = { AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b' };
const LAKE = { MTG_BI_KEY: 'x.y' };
test.each([
  ['no place', 2, /--to/, LAKE, []],
  ['a place of another kind', 2, /s3:\/\/bucket\/prefix/, LAKE, ['--to', 'gs://bucket/x']],
  ['no key', 78, /MTG_BI_KEY.*mtg bi grant/, {}, ['--to', '/tmp/never']],
  ['a bucket without its keys', 78, /AWS_ACCESS_KEY_ID/, LAKE, ['--to', 's3://bucket/x']],
  ['a directory that lets none be made', 66, /cannot be written/, LAKE, ['--to', '/proc/lake']],
  ['a directory that is a file', 66, /cannot be written/, LAKE, ['--to', __filename]],
  [
    'no platform',
    66,
    /--url/,
    { ...LAKE, ...S3_KEYS },
    ['--to', 's3://bucket/x', '--url', 'http://127.0.0.1:1'],
  ],
])('a lake with %s ends with a code of its own', async (_what, code, sentence, variables, given) => {
  const end = await host.run(
    { environment: { MTG_DATA_DIR: '/nowhere', ...variables } },
    'bi',
    'lake',
    ...given,
  );
  expect(end).toMatchObject({ code, errors: expect.stringMatching(sentence) });
});
