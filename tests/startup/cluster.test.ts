import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { query } from './support/query';
import { isRoot } from '../support/anybody';
import { Scratch } from './support/scratch';
import { eventually, runs } from '../support/wait';

const SETTINGS = {
  wal_level: 'logical',
  max_replication_slots: '16',
  max_slot_wal_keep_size: '1GB',
  password_encryption: 'scram-sha-256',
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  server_encoding: 'UTF8',
  fsync: 'on',
};

const sockets = () => readdirSync('/tmp').filter((name) => name.startsWith('.s.PGSQL'));

describe('an embedded cluster', () => {
  let scratch: Scratch;
  beforeAll(() => (scratch = new Scratch()));
  afterAll(async () => scratch.clear());

  it('is made at the first start and keeps its data, password and port at the second', async () => {
    const steps: string[] = [];
    const first = await scratch.start('dayu', { durable: true, onStep: (step) => steps.push(step) });
    await query(first.url('dayu'), `CREATE TABLE t AS SELECT '综合服务中心' AS name`);
    await first.stop();
    expect(runs(first.pid)).toBe(false);
    const second = await scratch.start('dayu', { durable: true, onStep: (step) => steps.push(step) });
    expect(steps).toEqual(['initialising', 'starting', 'ready', 'starting', 'ready']);
    expect(second.url('dayu')).toBe(first.url('dayu'));
    expect(await query(second.url('dayu'), 'SELECT name FROM t')).toEqual([{ name: '综合服务中心' }]);

    for (const [name, value] of Object.entries(SETTINGS)) {
      expect(await query(second.url(), `SHOW ${name}`)).toEqual([{ [name]: value }]);
    }
    expect(
      await query(
        second.url('dayu'),
        `SELECT datlocprovider, datlocale FROM pg_database WHERE datname = 'dayu'`,
      ),
    ).toEqual([{ datlocprovider: 'b', datlocale: 'C.UTF-8' }]);
    expect(await query(second.url('dayu'), 'CREATE EXTENSION postgres_fdw')).toEqual([]);
    await second.stop();
  });

  it('refuses logins without the password, which only the server’s user can read', async () => {
    const cluster = await scratch.start('locked');
    const wrong = cluster.url().replace(/:[^:@/]+@/, ':wrong@');
    await expect(query(wrong, 'SELECT 1')).rejects.toThrow('password authentication failed');
    expect(await query(cluster.url(), 'SELECT rolpassword FROM pg_authid WHERE rolcanlogin')).toEqual([
      { rolpassword: expect.stringMatching(/^SCRAM-SHA-256\$/) },
    ]);
    const password = scratch.path('locked', 'password');
    expect(statSync(password).mode & 0o777).toBe(0o600);
    expect(cluster.url()).toContain(readFileSync(password, 'utf8'));
    expect(statSync(scratch.path('locked')).mode & 0o777).toBe(0o700);
    await cluster.stop();
  });

  it('has a password of their own for the roles that serve, kept, and made for data from before there was one', async () => {
    const file = scratch.path('upgraded', 'runtime-password');
    const first = await scratch.startCopy('upgraded');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const { username, password, pathname } = new URL(first.runtimeUrl('upgraded'));
    expect([username, password, pathname]).toEqual([
      'upgraded_runtime',
      readFileSync(file, 'utf8'),
      '/upgraded',
    ]);
    expect(first.url()).not.toContain(password);
    await first.stop();
    const second = await scratch.start('upgraded');
    expect(second.runtimeUrl('upgraded')).toBe(first.runtimeUrl('upgraded'));
    await second.stop();
    rmSync(file);
    const third = await scratch.start('upgraded');
    expect(readFileSync(file, 'utf8')).toMatch(/^[0-9a-f]{48}$/);
    expect(readFileSync(file, 'utf8')).not.toBe(password);
    await third.stop();
  });

  it('makes no socket file and listens on the loopback interface only', async () => {
    const before = sockets();
    const cluster = await scratch.startCopy('quiet');
    expect(sockets()).toEqual(before);
    expect(readFileSync(scratch.path('quiet', 'data', 'postmaster.pid'), 'utf8').split('\n')[4]).toBe('');
    const others = Object.values(networkInterfaces())
      .flat()
      .filter((address) => address?.family === 'IPv4' && !address.internal);
    for (const other of others) {
      const url = cluster.url().replace('127.0.0.1', other?.address ?? '');
      await expect(query(url, 'SELECT 1')).rejects.toThrow('ECONNREFUSED');
    }
    await cluster.stop();
  });

  it('moves to another port when its last one is taken, but not from a port it was told to use', async () => {
    const first = await scratch.startCopy('moving');
    await first.stop();
    const other = createServer().listen(first.port, '127.0.0.1');
    await once(other, 'listening');
    try {
      await expect(scratch.start('moving', { port: first.port })).rejects.toMatchObject({
        kind: 'port-taken',
        log: expect.arrayContaining([expect.stringContaining('could not bind')]),
      });
      const second = await scratch.start('moving');
      expect(second.port).not.toBe(first.port);
      expect(await query(second.url('moving'), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
      await second.stop();
    } finally {
      other.close();
    }
  });

  it('belongs to one launcher at a time', async () => {
    const cluster = await scratch.startCopy('once');
    await expect(scratch.start('once')).rejects.toThrow(`in use by process ${process.pid}`);
    expect(await query(cluster.url(), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await cluster.stop();
    await (await scratch.start('once')).stop();
  });

  it('reports a death it was not asked for, and starts again on the same port at once', async () => {
    // Durable: a server that is killed may lose what it was told not to wait for.
    const cluster = await scratch.startCopy('mortal', { durable: true });
    const endings: string[] = [];
    cluster.onExit((ending) => endings.push(ending));
    await query(cluster.url('mortal'), 'CREATE TABLE t AS SELECT 1 AS one');
    process.kill(cluster.pid, 'SIGKILL');
    await eventually('the death is reported', () => endings.length > 0);
    expect(endings).toEqual(['SIGKILL']);
    await eventually('the guardian is gone too', () => !runs(cluster.guardianPid ?? 0));
    const again = await scratch.start('mortal', { port: cluster.port });
    expect(await query(again.url('mortal'), 'SELECT one FROM t')).toEqual([{ one: 1 }]);
    again.onExit((ending) => endings.push(ending));
    await again.stop();
    expect(endings).toHaveLength(1);
    expect(runs(again.guardianPid ?? 0)).toBe(false);
  });

  it('gives a start up when told to, and leaves nothing running', async () => {
    const abort = new AbortController();
    const start = scratch.startCopy('hasty', {
      signal: abort.signal,
      onStep: (step) => step === 'starting' && abort.abort(),
    });
    await expect(start).rejects.toThrow();
    expect(existsSync(scratch.path('hasty', 'data', 'postmaster.pid'))).toBe(false);
    await (await scratch.start('hasty')).stop();
  });

  it('leaves nothing half-made when it cannot be initialised', async () => {
    const place = scratch.path('home');
    mkdirSync(place, { mode: 0o700 });
    // Root’s server cannot enter a folder of mode 0700; any other user’s can.
    const start = scratch.start('closed', { directory: `${place}/closed` });
    if (!isRoot) return (await start).stop();
    await expect(start).rejects.toMatchObject({
      kind: 'unreachable',
      message: expect.stringContaining(`chmod o+x ${place}`),
    });
    expect(readdirSync(place)).toEqual([]);
  });
});
