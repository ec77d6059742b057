import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, rmSync, rmdirSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { freePort, readRunningParts } from '@mtg/platform';
import { launch, launchFakes, type FakePart, type Launcher } from './support/launcher';
import { query } from './support/query';
import { Scratch } from './support/scratch';
import { copyCluster } from '../support/data-folder';
import { eventually, runs } from '../support/wait';

const MAIN = join(__dirname, '../../packages/platform/dist/main.js');
const READY = 'All ready in';

describe('the launcher', () => {
  let scratch: Scratch;
  let launcher: Launcher | undefined;
  let data: string;
  let parts: readonly FakePart[];

  beforeAll(() => (scratch = new Scratch()));
  beforeEach(async () => {
    data = scratch.path(`data-${Math.random().toString(36).slice(2)}`);
    parts = [
      { name: 'dayu', kind: 'subgraph', port: await freePort() },
      { name: 'gateway', kind: 'gateway', port: await freePort() },
    ];
  });
  afterEach(async () => {
    // The guardian and the closed channel stop whatever a failed test left.
    launcher?.process.kill('SIGKILL');
    await launcher?.ended;
  });
  afterAll(async () => scratch.clear());

  /** Starts the parts over a data directory that is new. */
  const startedAnew = async (environment: Record<string, string> = {}): Promise<Launcher> => {
    launcher = launchFakes(data, parts, environment);
    await launcher.writes(READY);
    return launcher;
  };
  /** Initialised already: most that is asked of a launcher comes after that. */
  const copyDatabase = (): void => {
    if (!existsSync(join(data, 'dayu'))) copyCluster(join(data, 'dayu'));
  };
  const started = async (environment: Record<string, string> = {}): Promise<Launcher> => {
    copyDatabase();
    return startedAnew(environment);
  };
  const url = (name: string, path = ''): string =>
    `http://127.0.0.1:${parts.find((part) => part.name === name)?.port}${path}`;
  const pids = (): number[] => (readRunningParts(data) ?? []).flatMap(({ pid }) => pid ?? []);
  const postmaster = async (): Promise<number> => {
    const [dayu] = readRunningParts(data) ?? [];
    const rows = await query(dayu?.ownerDatabaseUrl ?? '', `SELECT pg_read_file('postmaster.pid') AS file`);
    return Number(String(rows[0]?.['file']).split('\n')[0]);
  };

  it('starts everything, publishes it, and stops it all in order on Ctrl-C', async () => {
    const running = await startedAnew();
    // That a part listens is said once: it is ready.
    expect(running.output()).not.toContain('listening');
    const published = readRunningParts(data);
    expect(published).toMatchObject([
      {
        name: 'dayu',
        kind: 'subgraph',
        url: url('dayu', '/graphql'),
        databaseUrl: expect.stringMatching(/\/\/dayu_runtime:[0-9a-f]{48}@.*\/dayu$/),
        ownerDatabaseUrl: expect.stringMatching(/\/dayu$/),
      },
      { name: 'gateway', kind: 'gateway', url: url('gateway', '/graphql') },
    ]);
    expect(published?.[1]).not.toHaveProperty('databaseUrl');
    expect(published?.[1]).not.toHaveProperty('ownerDatabaseUrl');
    expect(statSync(join(data, 'dayu/runtime-password')).mode & 0o777).toBe(0o600);
    expect(statSync(join(data, 'run/parts.json')).mode & 0o777).toBe(0o600);
    const all = [...pids(), await postmaster()];
    expect(all).toHaveLength(3);
    running.process.kill('SIGINT');
    expect(await running.ended).toBe(0);
    const output = running.output();
    const order = ['stopping (SIGINT)', '[gateway]', '[dayu]', 'all stopped'];
    const after = output.slice(output.indexOf('stopping (SIGINT)'));
    expect(order.map((text) => after.indexOf(text))).toEqual(
      order.map((text) => after.indexOf(text)).toSorted((a, b) => a - b),
    );
    expect(after).toContain('INFO ending in order');
    expect(all.filter(runs)).toEqual([]);
    expect(readRunningParts(data)).toBeUndefined();
    expect(readdirSync(join(data, 'run'))).toEqual([]);
  });

  it.each(['SIGTERM', 'SIGHUP'] as const)('stops in order on %s', async (signal) => {
    const running = await started();
    const all = [...pids(), await postmaster()];
    running.process.kill(signal);
    expect(await running.ended).toBe(0);
    expect(all.filter(runs)).toEqual([]);
  });

  it('takes all down with it when it is killed with kill -9, and can be started again', async () => {
    const running = await started();
    const all = [...pids(), await postmaster()];
    running.process.kill('SIGKILL');
    await running.ended;
    await eventually('all have ended', () => !all.some(runs));
    expect(readRunningParts(data)).toBeUndefined();
    const again = await started();
    again.process.kill('SIGINT');
    expect(await again.ended).toBe(0);
  });

  it('stops in order when npm’s shell is gone, which passes no signal on', async () => {
    copyDatabase();
    launcher = launchFakes(data, parts, { npm_lifecycle_event: 'start' }, true);
    await launcher.writes(READY);
    const all = [...pids(), await postmaster()];
    launcher.process.kill('SIGTERM');
    // The output ends when the launcher does.
    await launcher.ended;
    expect(launcher.output()).toContain('all stopped');
    expect(all.filter(runs)).toEqual([]);
  });

  it('starts a part that dies again, and a database on the same port, and says so', async () => {
    const running = await started();
    const [before] = readRunningParts(data) ?? [];
    await fetch(url('dayu', '/exit/3')).catch(() => undefined);
    await running.writes(
      '[dayu] 意外退出（exit code 3），1 秒后重启 · exited unexpectedly (exit code 3), restarting in 1 s',
    );
    await eventually(
      'it answers again',
      async () => (await fetch(url('dayu')).catch(() => undefined))?.ok ?? false,
    );
    await eventually(
      'the new process is published',
      () => ![undefined, before?.pid].includes(readRunningParts(data)?.[0]?.pid),
    );

    process.kill(await postmaster(), 'SIGKILL');
    await running.writes('[dayu/postgres] 意外退出（SIGKILL），1 秒后重启');
    const [dayu] = readRunningParts(data) ?? [];
    expect([dayu?.databaseUrl, dayu?.ownerDatabaseUrl]).toEqual([
      before?.databaseUrl,
      before?.ownerDatabaseUrl,
    ]);
    await eventually('the database answers again', async () =>
      query(dayu?.ownerDatabaseUrl ?? '', 'SELECT 1').then(
        () => true,
        () => false,
      ),
    );
  });

  it('starts a part again also where the list of what runs cannot be written, and says so', async () => {
    const running = await started();
    const [before] = readRunningParts(data) ?? [];
    const obstacle = join(data, `run/parts.json.${running.process.pid}`);
    mkdirSync(obstacle);
    process.kill(before?.pid ?? 0, 'SIGKILL');
    await running.writes('the list of running parts cannot be updated');
    await eventually(
      'it answers again',
      async () => (await fetch(url('dayu')).catch(() => undefined))?.ok ?? false,
    );
    expect((await fetch(url('gateway'))).ok).toBe(true);
    rmdirSync(obstacle);
    await fetch(url('dayu', '/exit/3')).catch(() => undefined);
    await eventually(
      'it is published again',
      () => ![undefined, before?.pid].includes(readRunningParts(data)?.[0]?.pid),
    );
    running.process.kill('SIGINT');
    expect(await running.ended).toBe(0);
  });

  it('keeps a password of its environment from a part whose database is embedded', async () => {
    await started({ DATABASE_PASSWORD: 'x', DATABASE_PASSWORD_FILE: '/x', DATABASE_URL_FILE: '/x' });
    expect(await (await fetch(url('dayu', '/database-variables'))).json()).toEqual([
      'DATABASE_URL',
      'DATABASE_OWNER_URL',
    ]);
  });

  it('starts the issuer of tokens before all others, tells them of it, and stops it after them', async () => {
    const variables = { OIDC_ISSUER: 'http://mine', JWKS_URL: 'http://127.0.0.1:1/jwks.json' };
    const [dayu, gateway] = parts;
    if (!dayu || !gateway) throw new Error('no parts');
    parts = [{ name: 'identity', kind: 'issuer', port: await freePort() }, { ...dayu, variables }, gateway];
    const running = await started({ OIDC_ISSUER_FILE: '/x', JWKS_URL: 'http://other' });
    const first = running.output();
    expect(first.indexOf('[identity] 就绪')).toBeGreaterThan(-1);
    expect(first.indexOf('[identity] 就绪')).toBeLessThan(first.indexOf('[dayu]'));
    expect(await (await fetch(url('dayu', '/token-variables'))).json()).toEqual(variables);
    expect(readRunningParts(data)?.[0]).toMatchObject({
      name: 'identity',
      kind: 'issuer',
      url: url('identity'),
    });
    running.process.kill('SIGINT');
    expect(await running.ended).toBe(0);
    const after = running.output().slice(first.length);
    expect(after.indexOf('[dayu] ')).toBeGreaterThan(-1);
    expect(after.lastIndexOf('[identity] ')).toBeGreaterThan(after.lastIndexOf('[dayu] '));
  });

  it('leaves a part down that a restart cannot mend, and says so', async () => {
    const running = await started();
    await fetch(url('gateway', '/exit/78')).catch(() => undefined);
    await running.writes('[gateway] 退出（exit code 78），再次启动也无法解决');
    expect((await fetch(url('dayu'))).ok).toBe(true);
    await eventually('it is not published as running', () => readRunningParts(data)?.[1]?.pid === undefined);
  });

  it.each([
    ['78', 'exit code 78', 1],
    ['1', 'exit code 1', 3],
  ])(
    'fails to start when a part exits with %s, shows its log, and stops the rest',
    async (code, ending, attempts) => {
      copyDatabase();
      launcher = launchFakes(data, parts, { FAKE_EXIT: code });
      expect(await launcher.ended).toBe(1);
      expect(launcher.output()).toMatch(
        new RegExp(`did not start \\(${ending}\\). Its log:\\n +\\| no use trying`),
      );
      expect(launcher.output().match(/\[gateway\] no use trying/g)).toHaveLength(attempts);
      expect(existsSync(join(data, 'dayu/data/postmaster.pid'))).toBe(false);
      expect(readRunningParts(data)).toBeUndefined();
    },
  );

  it('starts no database for a part that has one elsewhere', async () => {
    parts = parts.map((part) =>
      part.kind === 'subgraph' ? { ...part, databaseUrl: 'postgresql://db/dayu' } : part,
    );
    await startedAnew();
    expect(existsSync(join(data, 'dayu'))).toBe(false);
    expect(readRunningParts(data)?.[0]?.databaseUrl).toBe('postgresql://db/dayu');
  });

  it('finds a port in use before anything starts', async () => {
    const other = createServer().listen(parts[1]?.port, '127.0.0.1');
    await once(other, 'listening');
    launcher = launchFakes(data, parts);
    expect(await launcher.ended).toBe(1);
    other.close();
    expect(launcher.output()).toContain(
      `Port ${parts[1]?.port} (gateway) is in use. Stop the program that uses it, or choose another port with --port.`,
    );
    expect(existsSync(join(data, 'dayu'))).toBe(false);
  });

  it('does not share its data directory', async () => {
    const running = await started();
    const second = launchFakes(data, [{ name: 'gateway', kind: 'gateway', port: await freePort() }]);
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain(`is in use by process ${running.process.pid}`);
    expect(readRunningParts(data)).toHaveLength(2);
  });

  it.each(['file', 'file/below', '/proc/mentougou', '/dev/null'])(
    'says of the data directory %s that it cannot be used, and names the next action',
    async (place) => {
      writeFileSync(scratch.path('file'), '');
      const directory = place.startsWith('/') ? place : scratch.path(place);
      launcher = launch(MAIN, ['--data-dir', directory, '--free-ports', '--port', '0']);
      expect(await launcher.ended).toBe(1);
      expect(launcher.output()).toContain(directory);
      expect(launcher.output()).toMatch(/请[^]*choose .*--data-dir/i);
      expect(launcher.output()).not.toMatch(/^ +at /m);
    },
  );

  it('says so of a folder of its own that is a file', async () => {
    mkdirSync(data);
    writeFileSync(join(data, 'run'), '');
    launcher = launch(MAIN, ['--data-dir', data, '--free-ports', '--port', '0']);
    expect(await launcher.ended).toBe(1);
    expect(launcher.output()).toContain(`${data} cannot be the data directory (ENOTDIR`);
    rmSync(join(data, 'run'));
    writeFileSync(join(data, 'dayu'), '');
    const second = launch(MAIN, ['--data-dir', data, '--only', 'dayu', '--free-ports']);
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain(`${join(data, 'dayu')} cannot be the data directory (ENOTDIR`);
  });

  it('writes nothing but JSON where that is asked for', async () => {
    copyDatabase();
    launcher = launch(MAIN, ['--data-dir', data, '--only', 'dayu', '--free-ports'], {
      LOG_FORMAT: 'json',
      LOG_LEVEL: 'info',
    });
    await launcher.writes(READY);
    launcher.process.kill('SIGINT');
    expect(await launcher.ended).toBe(0);
    const lines = launcher
      .output()
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(lines).toContainEqual(expect.objectContaining({ name: 'launcher', level: 30 }));
    expect(lines).toContainEqual(
      expect.objectContaining({ name: 'dayu', msg: expect.stringContaining('migrations run') }),
    );
  });

  it.each([
    [['--help'], {}, 0, /--data-dir DIR[^]*DATABASE_URL_DAYU/],
    [['--nope'], {}, 2, /“--nope”[^]*Invalid command line.*'--nope'/],
    [['--only', 'nowhere'], {}, 2, /unknown parts: "nowhere"/],
    [[], { NODE_ENV: 'production' }, 78, /OIDC_ISSUER: .*missing[^]*OIDC_ISSUER=https:/],
    [[], { PORT: 'x', DATABASE_URL_DATAI: 'y' }, 78, /PORT=4000[^]*DATABASE_URL_DATAI=postgresql/],
    [[], { LOG_FORMAT: 'xml' }, 78, /LOG_FORMAT: [^]*json, readable/],
  ])('with %j and %j exits with %i', async (given, environment, code, text) => {
    launcher = launch(MAIN, given, environment);
    expect(await launcher.ended).toBe(code);
    expect(launcher.output()).toMatch(text);
  });
});
