import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { query } from './support/query';
import { mountDisk, mountsDisks, unmountDisk } from './support/abilities';
import { Scratch } from './support/scratch';

/** Ways to damage a data directory, and what PostgreSQL itself says about each. */
const DAMAGES: readonly [string, (data: string) => void, RegExp | undefined][] = [
  ['no PG_VERSION', (data) => rmSync(`${data}/PG_VERSION`), undefined],
  [
    'no control file',
    (data) => rmSync(`${data}/global/pg_control`),
    /pg_control|could not find the database system/,
  ],
  [
    'a truncated control file',
    (data) => truncateSync(`${data}/global/pg_control`, 100),
    /pg_control|control file/,
  ],
  [
    'a control file of zeros',
    (data) => writeFileSync(`${data}/global/pg_control`, Buffer.alloc(8192)),
    /database files are incompatible|checksum/,
  ],
  ['no write-ahead log', (data) => emptyFolder(`${data}/pg_wal`), /checkpoint/],
  ['no files of any database', (data) => emptyFolder(`${data}/base`), /subdirectory "base\/\d+" is missing/],
  ['no files of its own database', (data) => removeOwnDatabase(data), /subdirectory "base\/\d+" is missing/],
  ['no files in its databases', (data) => emptyDatabases(data), /could not open file "base/],
  ['no configuration', (data) => rmSync(`${data}/postgresql.conf`), /postgresql\.conf/],
];

function emptyFolder(folder: string): void {
  for (const name of readdirSync(folder)) rmSync(`${folder}/${name}`, { recursive: true });
}

/** Those of initdb have numbers below 16384. */
function removeOwnDatabase(data: string): void {
  const own = readdirSync(`${data}/base`).filter((name) => Number(name) >= 16_384);
  expect(own).toHaveLength(1);
  for (const name of own) rmSync(`${data}/base/${name}`, { recursive: true });
}

function emptyDatabases(data: string): void {
  for (const database of readdirSync(`${data}/base`)) {
    const files = readdirSync(`${data}/base/${database}`).filter((name) => name !== 'PG_VERSION');
    for (const name of files) rmSync(`${data}/base/${database}/${name}`);
  }
}

const withDisks = mountsDisks() ? it : it.skip;

describe('a data directory that cannot be used', () => {
  let scratch: Scratch;
  beforeAll(async () => {
    scratch = new Scratch();
    await (await scratch.startCopy('whole')).stop();
  });
  afterAll(async () => scratch.clear());

  it.each(DAMAGES)('with %s is named in a sentence with the next action', async (_, damage, says) => {
    spawnSync('cp', ['-a', scratch.path('whole'), scratch.path('hurt')]);
    const data = scratch.path('hurt', 'data');
    damage(data);
    const lines: string[] = [];
    const log = (line: string): void => void lines.push(line);
    const failure = await scratch
      .start('hurt', { databases: ['whole'], log })
      .catch((error: unknown) => error);
    rmSync(scratch.path('hurt'), { recursive: true });
    expect(failure).toMatchObject({
      kind: 'damaged',
      message: expect.stringMatching(
        new RegExp(`数据目录 ${data}.*(移走|备份)[^]*The data directory ${data}.*move it away`),
      ),
    });
    // It is recognized at once, without retries.
    expect(lines.length).toBeLessThan(20);
    if (says) expect(failure).toMatchObject({ log: expect.arrayContaining([expect.stringMatching(says)]) });
  });

  it('of another version says which', async () => {
    const file = scratch.path('whole', 'data', 'PG_VERSION');
    writeFileSync(file, '15\n');
    await expect(scratch.start('whole')).rejects.toMatchObject({
      kind: 'version',
      message: expect.stringContaining('PostgreSQL 15'),
    });
    writeFileSync(file, '18\n');
    await (await scratch.start('whole')).stop();
  });

  it('with a password file that is not its own says so at once', async () => {
    const file = scratch.path('whole', 'password');
    const password = readFileSync(file);
    writeFileSync(file, 'another');
    await expect(scratch.start('whole')).rejects.toThrow(
      /password 文件与数据库的口令不符[^]*Restore that file/,
    );
    writeFileSync(file, password);
    await (await scratch.start('whole')).stop();
  });

  it('with an unknown setting shows the server’s own words', async () => {
    const conf = scratch.path('whole', 'data', 'postgresql.conf');
    const size = statSync(conf).size;
    writeFileSync(conf, '\nno_such_setting = 1\n', { flag: 'a' });
    await expect(scratch.start('whole')).rejects.toThrow(
      'unrecognized configuration parameter "no_such_setting"',
    );
    truncateSync(conf, size);
  });

  it('left by a kill during its initialisation is begun anew', async () => {
    await (await scratch.start('killed')).stop();
    renameSync(scratch.path('killed', 'data'), scratch.path('killed', 'data.new-0123'));
    const cluster = await scratch.start('killed');
    expect(await query(cluster.url('killed'), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(readdirSync(scratch.path('killed')).sort()).toEqual([
      'data',
      'lock',
      'password',
      'port',
      'runtime-password',
      'warehouse-password',
    ]);
    await cluster.stop();
  });

  describe('on a full disk', () => {
    let disk: string;
    const mount = (name: string, size: string): void => {
      disk = scratch.path(name);
      mkdirSync(disk);
      expect(mountDisk(disk, size)).toBe(true);
    };
    afterEach(() => unmountDisk(disk));

    const sentence = {
      kind: 'disk-full',
      message: expect.stringMatching(/磁盘已满[^]*The disk is full.*--data-dir/),
    };

    withDisks('says so at the first start (needs root and the right to mount a small disk)', async () => {
      mount('small', '16m');
      await expect(scratch.start('full', { directory: `${disk}/full` })).rejects.toMatchObject(sentence);
      expect(readdirSync(`${disk}/full`).filter((name) => name.startsWith('data'))).toEqual([]);
    });

    withDisks('says so at a later start (needs root and the right to mount a small disk)', async () => {
      mount('filling', '200m');
      await (await scratch.start('full', { directory: `${disk}/full` })).stop();
      spawnSync('dd', ['if=/dev/zero', `of=${disk}/fill`, 'bs=4k']);
      await expect(scratch.start('full', { directory: `${disk}/full` })).rejects.toMatchObject(sentence);
      rmSync(`${disk}/fill`);
      await (await scratch.start('full', { directory: `${disk}/full` })).stop();
    });
  });
});
