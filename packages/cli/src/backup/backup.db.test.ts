import { createHash, randomUUID } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { createDataSource, prepareDatabase, requireReadiness, runtimeLogin } from '@mtg/subgraph-kit';
import { definition as chengzi } from '../../../../subgraphs/chengzi/src';
import { definition as dayu } from '../../../../subgraphs/dayu/src';
import { query } from '../../../../tests/startup/support/query';
import { makeDatabaseFolder } from '../../../../tests/support/data-folder';
import { MtgHost, runMtg, type MtgOptions } from '../../../../tests/support/mtg';
import { adminUrl } from '../../../../tests/support/test-database';
import { loadTestSubgraph, type LoadedSubgraph } from '../../../../tests/support/test-subgraph';
import { Manifest } from './manifest';

const host = new MtgHost();
let street: LoadedSubgraph;
let folder: string;
let backup: string;
const made: string[] = [];
beforeAll(async () => {
  folder = makeDatabaseFolder('backup');
  backup = join(folder, 'backup');
  street = await loadTestSubgraph(dayu, { sample: true });
});
afterAll(async () => {
  await host.stop();
  await street.close();
  for (const statement of made.toReversed()) await query(adminUrl(), statement);
  rmSync(folder, { recursive: true });
});

const optionsOf = (url: string): MtgOptions => ({
  environment: { MTG_DATA_DIR: join(folder, 'none'), DATABASE_OWNER_URL: url },
});

const mtg = (url: string, ...given: readonly string[]) => host.run(optionsOf(url), ...given);

/** A process of its own, for its exit code and its end. */
const mtgProcess = (url: string, ...given: readonly string[]) => runMtg(optionsOf(url), ...given);

/** An empty database of an owner who may do nothing else, and who serves from it. */
async function emptyDatabase() {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  for (const role of [name, `${name}_runtime`]) {
    await query(adminUrl(), `CREATE ROLE ${role} LOGIN PASSWORD 'secret'`);
    made.push(`DROP ROLE ${role}`);
  }
  await query(adminUrl(), `CREATE DATABASE ${name} OWNER ${name} TEMPLATE template0`);
  made.push(`DROP DATABASE ${name} WITH (FORCE)`);
  const urlOf = (role: string) =>
    Object.assign(new URL(adminUrl()), {
      pathname: `/${name}`,
      username: role,
      password: 'secret',
    }).toString();
  return { url: urlOf(name), runtimeUrl: urlOf(`${name}_runtime`) };
}

/** An empty database of the administrator's, who may make roles. */
async function emptyDatabaseOfAdministrator(): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await query(adminUrl(), `CREATE DATABASE ${name} TEMPLATE template0`);
  made.push(`DROP DATABASE ${name} WITH (FORCE)`);
  return Object.assign(new URL(adminUrl()), { pathname: `/${name}` }).toString();
}

/** Without the starts of this copy of the database, which no backup has. */
const relations = (url: string, kinds: string) =>
  query(
    url,
    `SELECT relname::text AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = ANY ('{${kinds}}')
       AND relname <> 'database_start' ORDER BY 1`,
  );

/** Every row of every table, and every guard of them, as text. */
async function contentOf(url: string) {
  const content: Record<string, unknown> = {};
  for (const { name } of await relations(url, 'r')) {
    const rows = await query(url, `SELECT t::text AS row FROM public."${String(name)}" t ORDER BY 1`);
    content[String(name)] = rows.map(({ row }) => row);
  }
  const guards = await query(
    url,
    `SELECT conrelid::regclass::text || ' ' || conname || ' ' || pg_get_constraintdef(oid) || convalidated AS guard
     FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND conrelid IS DISTINCT FROM to_regclass('database_start')
     UNION ALL SELECT pg_get_triggerdef(t.oid) || tgenabled::text FROM pg_trigger t WHERE NOT tgisinternal
     UNION ALL SELECT pg_get_indexdef(indexrelid) FROM pg_index JOIN pg_class c ON c.oid = indrelid WHERE relnamespace = 'public'::regnamespace
       AND indrelid IS DISTINCT FROM to_regclass('database_start')
     ORDER BY 1`,
  );
  return { content, guards };
}

describe('mtg backup', () => {
  it('writes every table to a folder of its owner’s alone', async () => {
    const { code, output } = await mtgProcess(street.store.url, 'backup', '--out', backup);
    expect(output).toMatch(/^大峪街道: 已备份 · backed up: \d+ 张表 · tables, \d{5,} 行 · rows → /);
    expect(output).not.toContain('left out');
    expect(code).toBe(0);
    expect(statSync(backup).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(backup)) expect(statSync(join(backup, name)).mode & 0o777).toBe(0o600);
    const { tables } = Manifest.parse(JSON.parse(readFileSync(join(backup, 'manifest.json'), 'utf8')));
    expect(tables.map(({ name }) => name).toSorted()).toEqual(
      (await relations(street.store.url, 'r')).map(({ name }) => String(name)).toSorted(),
    );
    expect(await mtg(street.store.url, 'restore', backup, '--check')).toMatchObject({
      code: 0,
      output: expect.stringContaining('the backup is intact'),
    });
  });

  it('writes nothing over', async () => {
    expect(await mtg(street.store.url, 'backup', '--out', backup)).toMatchObject({
      code: 2,
      errors: expect.stringContaining('exists and will not be overwritten'),
    });
  });
});

describe('mtg restore', () => {
  it('brings back every row and every guard into an empty database, on which the street starts', async () => {
    const { url, runtimeUrl } = await emptyDatabase();
    expect(await mtgProcess(url, 'restore', backup, '--street', 'dayu')).toMatchObject({
      code: 0,
      output: expect.stringMatching(/^大峪街道: 已恢复并核对 · restored and verified: /),
    });
    expect(await contentOf(url)).toEqual(await contentOf(street.store.url));
    expect(await mtgProcess(url, 'audit', 'verify')).toMatchObject({
      code: 0,
      output: expect.stringMatching(/intact/),
    });
    await startsOn(url, runtimeUrl);
    expect(await mtgProcess(url, 'restore', backup)).toMatchObject({
      code: 65,
      errors: expect.stringMatching(/it is not empty.*--replace/),
    });
    const replaced = await mtg(url, 'restore', backup, '--replace');
    expect(replaced).toMatchObject({
      code: 0,
      output: expect.stringMatching(/is in the schema before_restore_\d{14}\./),
    });
    expect((await contentOf(url)).content).toEqual((await contentOf(street.store.url)).content);
    await startsOn(url, runtimeUrl);
  });

  it('leads to the publication of the restored tables, and to a first start of this copy', async () => {
    const { store } = street;
    const warehouse = { role: `${store.name}_warehouse`, password: 'reads' };
    made.push(`DROP ROLE ${warehouse.role}`);
    const url = await emptyDatabaseOfAdministrator();
    const published = () =>
      query(
        url,
        `SELECT tablename, attnames::text[] FROM pg_publication_tables WHERE pubname = 'shared' AND schemaname = 'public' ORDER BY 1`,
      );
    const owner = await createDataSource({ ...dayu, url }).initialize();
    const login = runtimeLogin(store.runtimeUrl, undefined);
    const observer = { logger: { info: () => undefined } };
    await prepareDatabase(owner, dayu, login, observer, warehouse);
    await owner.destroy();
    const before = await published();
    expect(before.length).toBeGreaterThan(20);
    expect(await mtg(url, 'restore', backup, '--replace')).toMatchObject({ code: 0 });
    const restored = await createDataSource({ ...dayu, url }).initialize();
    await prepareDatabase(restored, dayu, login, observer, warehouse);
    await restored.destroy();
    expect(await published()).toEqual(before);
    expect(await query(url, 'SELECT count(*)::int AS starts FROM database_start')).toEqual([{ starts: 1 }]);
    const others = `SELECT 1 FROM pg_publication_tables WHERE schemaname <> 'public'`;
    expect(await query(url, others)).toEqual([]);
  });

  it('makes the embedded database of a platform that does not run, which audit verify then starts', async () => {
    // The server's user must be able to get there when root runs the tests.
    chmodSync(folder, 0o755);
    const data = ['--data-dir', join(folder, 'data')];
    expect(await mtgProcess('', 'restore', backup, ...data)).toMatchObject({ code: 0 });
    for (const flags of [[], ['--chain', 'DAYU']])
      expect(await mtg('', 'audit', 'verify', ...flags, ...data)).toMatchObject({
        code: 0,
        output: expect.stringMatching(/^DAYU: .*intact[^]*was truncated or rewritten/),
      });
    expect(await mtg('', 'audit', 'verify', '--chain', 'CHENGZI', ...data)).toMatchObject({
      code: 66,
      errors: expect.stringContaining('Run npm start first'),
    });
  });

  it('refuses another street’s database and another street’s backup', async () => {
    const other = await loadTestSubgraph(chengzi);
    try {
      for (const flags of [[], ['--replace']])
        expect(await mtg(other.store.url, 'restore', backup, ...flags)).toMatchObject({
          code: 65,
          errors: expect.stringContaining('belongs to the subgraph "chengzi", but the backup is of "dayu"'),
        });
      expect(await mtg(other.store.url, 'restore', backup, '--street', 'CHENGZI')).toMatchObject({
        code: 65,
        errors: expect.stringContaining('it is a backup of "dayu"'),
      });
    } finally {
      await other.close();
    }
  });
});

async function startsOn(url: string, runtimeUrl: string): Promise<void> {
  const owner = await createDataSource({ ...dayu, url }).initialize();
  const runtime = await createDataSource({ ...dayu, url: runtimeUrl }).initialize();
  try {
    const login = runtimeLogin(runtimeUrl, undefined);
    await prepareDatabase(owner, dayu, login, { logger: { info: () => undefined } });
    await requireReadiness(runtime, dayu);
  } finally {
    await owner.destroy();
    await runtime.destroy();
  }
}

/** Writes the digests anew, so that a change shows only in what the digests do not cover. */
function sign(copy: string): void {
  const digest = (name: string) =>
    createHash('sha256')
      .update(readFileSync(join(copy, name)))
      .digest('hex');
  const names = readdirSync(copy).filter((name) => name !== 'SHA256SUMS');
  writeFileSync(join(copy, 'SHA256SUMS'), names.map((name) => `${digest(name)}  ${name}\n`).join(''));
}

function changeManifest(copy: string, change: (manifest: Manifest) => object): void {
  const path = join(copy, 'manifest.json');
  writeFileSync(path, JSON.stringify(change(Manifest.parse(JSON.parse(readFileSync(path, 'utf8'))))));
  sign(copy);
}

describe('mtg restore --check', () => {
  const table = 'audit_entry';
  const check = async (name: string, edit: (rows: string) => string) => {
    const copy = join(folder, name);
    cpSync(backup, copy, { recursive: true });
    const path = join(copy, `${table}.copy.gz`);
    const rows = edit(gunzipSync(readFileSync(path)).toString());
    writeFileSync(path, gzipSync(rows));
    const sha256 = createHash('sha256').update(rows).digest('hex');
    changeManifest(copy, (it) => ({
      ...it,
      tables: it.tables.map((each) => (each.name === table ? { ...each, sha256 } : each)),
    }));
    return mtg('', 'restore', copy, '--check');
  };

  it('computes the audit chain from its rows, whatever the digests say', async () => {
    expect(await check('unedited', (rows) => rows)).toMatchObject({ code: 0 });
    expect(await check('edited', (rows) => rows.replace('ALLOWED', 'REFUSED'))).toMatchObject({
      code: 65,
      errors: expect.stringContaining('the audit chain differs from when the backup was taken'),
    });
  });

  it('compares the rows with the manifest', async () => {
    const copy = join(folder, 'other-rows');
    cpSync(backup, copy, { recursive: true });
    writeFileSync(join(copy, 'work_order.copy.gz'), gzipSync('1\n'));
    sign(copy);
    expect(await mtg('', 'restore', copy, '--check')).toMatchObject({
      code: 65,
      errors: expect.stringContaining('the rows of work_order differ from those'),
    });
  });
});

describe('a damaged backup is refused with nothing written:', () => {
  let empty: { readonly url: string };
  beforeAll(async () => (empty = await emptyDatabase()));

  const table = (copy: string): string => join(copy, 'work_order.copy.gz');
  it.each<[string, (copy: string) => void, number, RegExp]>([
    [
      'a file that was cut',
      (copy) => truncateSync(table(copy), 1000),
      65,
      /work_order\.copy\.gz is damaged or incomplete/,
    ],
    [
      'a file with another byte',
      (copy) => {
        const bytes = readFileSync(table(copy));
        bytes.writeUInt8(bytes.readUInt8(2000) ^ 1, 2000);
        writeFileSync(table(copy), bytes);
      },
      65,
      /work_order\.copy\.gz is damaged/,
    ],
    ['a file that is missing', (copy) => rmSync(table(copy)), 65, /work_order\.copy\.gz is missing/],
    [
      'a manifest that was changed',
      (copy) => writeFileSync(join(copy, 'manifest.json'), '{}'),
      65,
      /manifest\.json is damaged/,
    ],
    [
      'digests that were cut',
      (copy) => truncateSync(join(copy, 'SHA256SUMS'), 100),
      65,
      /SHA256SUMS is damaged/,
    ],
    ['no digests', (copy) => rmSync(join(copy, 'SHA256SUMS')), 66, /is not a complete backup/],
    [
      'a row less, with digests that fit',
      (copy) => {
        const rows = gunzipSync(readFileSync(table(copy)))
          .toString()
          .split('\n');
        writeFileSync(table(copy), gzipSync(rows.slice(1).join('\n')));
        sign(copy);
      },
      65,
      /the rows of work_order differ from those/,
    ],
    [
      'another head of the audit chain, with digests that fit',
      (copy) => changeManifest(copy, (it) => ({ ...it, audit: { ...it.audit, hash: '0'.repeat(64) } })),
      65,
      /the audit chain differs from when the backup was taken/,
    ],
    [
      'a newer version',
      (copy) =>
        changeManifest(copy, (it) => ({ ...it, migrations: [...it.migrations, 'Later1900000000000'] })),
      65,
      /made by a newer version \(Later1900000000000\)/,
    ],
    [
      'another format',
      (copy) => changeManifest(copy, (it) => ({ ...it, format: 2 })),
      65,
      /this version cannot read/,
    ],
  ])('%s', async (name, damage, code, reason) => {
    const copy = join(folder, name);
    cpSync(backup, copy, { recursive: true });
    damage(copy);
    expect(await mtg(empty.url, 'restore', copy)).toMatchObject({
      code,
      errors: expect.stringMatching(reason),
    });
    expect(await relations(empty.url, 'r,v,S,i')).toEqual([]);
  });
});
