import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { end, hold, type Held } from './support/holder';
import { query } from './support/query';
import { Scratch } from './support/scratch';
import { eventually, runs } from '../support/wait';

describe('when the launcher is killed with kill -9', () => {
  let scratch: Scratch;
  let held: Held | undefined;
  beforeAll(() => (scratch = new Scratch()));
  afterEach(async () => {
    if (held) await end(held, 'SIGKILL');
    if (held && runs(held.pid)) process.kill(held.pid, 'SIGQUIT');
    held = undefined;
  });
  afterAll(async () => scratch.clear());

  it('the guardian stops its server in order', async () => {
    held = await hold(scratch.copy('guarded'));
    const { pid, guardianPid } = held;
    expect([runs(pid), runs(guardianPid)]).toEqual([true, true]);
    await end(held, 'SIGKILL');
    await eventually('the server has ended', () => !runs(pid));
    await eventually('the guardian has ended', () => !runs(guardianPid));
    // Removed by an orderly stop only.
    expect(existsSync(scratch.path('guarded', 'data', 'postmaster.pid'))).toBe(false);
  });

  it('the next start stops an unguarded server and keeps its data', async () => {
    held = await hold(scratch.copy('orphaned'));
    await query(held.url, 'CREATE TABLE t AS SELECT 1 AS one');
    process.kill(held.guardianPid, 'SIGKILL');
    await end(held, 'SIGKILL');
    await query(held.url, 'SELECT 1');
    const steps: string[] = [];
    const cluster = await scratch.start('orphaned', { onStep: (step) => steps.push(step) });
    expect(steps).toEqual(['stopping-orphan', 'starting', 'ready']);
    expect(runs(held.pid)).toBe(false);
    expect(cluster.pid).not.toBe(held.pid);
    expect(await query(cluster.url('held'), 'SELECT one FROM t')).toEqual([{ one: 1 }]);
    await cluster.stop();
  });

  it('the next start spares a stranger who has been given the recorded pid', async () => {
    held = await hold(scratch.copy('recycled'));
    const file = scratch.path('recycled', 'data', 'postmaster.pid');
    const recorded = readFileSync(file, 'utf8');
    process.kill(held.guardianPid, 'SIGKILL');
    await end(held, 'SIGKILL');
    process.kill(held.pid, 'SIGKILL');
    await eventually('the server has ended', () => !runs(held?.pid ?? 0));
    const stranger = spawn('sleep', ['60'], process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {});
    await once(stranger, 'spawn');
    writeFileSync(file, recorded.replace(/^\d+/, String(stranger.pid)));
    const steps: string[] = [];
    const cluster = await scratch.start('recycled', { onStep: (step) => steps.push(step) });
    expect(steps).toEqual(['starting', 'ready']);
    expect(runs(stranger.pid ?? 0)).toBe(true);
    await cluster.stop();
    stranger.kill('SIGKILL');
    await once(stranger, 'exit');
  });

  it('a server of another directory is not an orphan', async () => {
    const other = await scratch.startCopy('other');
    held = await hold(scratch.copy('mine'));
    await end(held, 'SIGTERM');
    const pidFile = readFileSync(scratch.path('other', 'data', 'postmaster.pid'), 'utf8');
    writeFileSync(scratch.path('mine', 'data', 'postmaster.pid'), pidFile);
    await scratch.start('mine').then(
      (cluster) => cluster.stop(),
      () => undefined,
    );
    expect(await query(other.url(), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await other.stop();
  });

  it('an orderly stop leaves neither server nor guardian', async () => {
    held = await hold(scratch.copy('orderly'));
    const { pid, guardianPid } = held;
    await end(held, 'SIGTERM');
    expect([runs(pid), runs(guardianPid)]).toEqual([false, false]);
  });
});
