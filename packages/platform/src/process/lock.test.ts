import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { acquireLock } from './lock';
import { isAlive, startIdentity } from './process-info';

const what = { chinese: '目录', english: 'The directory' };

describe('acquireLock', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lock-'));
    file = join(folder, 'lock');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is held by one at a time and free after its release', () => {
    const lock = acquireLock(file, what);
    expect(() => acquireLock(file, what)).toThrow(`The directory is in use by process ${process.pid}`);
    lock.release();
    expect(existsSync(file)).toBe(false);
    acquireLock(file, what).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('names another process that holds it and leaves the lock to it', async () => {
    const other = spawn('sleep', ['60']);
    await once(other, 'spawn');
    writeFileSync(file, JSON.stringify({ pid: other.pid, started: startIdentity(other.pid ?? 0) }));
    expect(() => acquireLock(file, what)).toThrow(`in use by process ${other.pid}`);
    expect(existsSync(file)).toBe(true);
    other.kill('SIGKILL');
    await once(other, 'exit');
    acquireLock(file, what).release();
  });

  it.each([
    ['a process that has ended', { pid: 2 ** 22 + 1, started: 'x:1' }],
    ['a process whose pid another process has now', { pid: process.pid, started: 'another-boot:1' }],
    ['no readable process', 'half a l'],
  ])('is taken over from %s', (_, holder) => {
    writeFileSync(file, typeof holder === 'string' ? holder : JSON.stringify(holder));
    const lock = acquireLock(file, what);
    expect(() => acquireLock(file, what)).toThrow(`process ${process.pid}`);
    lock.release();
  });

  it('is not removed by one who does not hold it any more', () => {
    const lock = acquireLock(file, what);
    writeFileSync(file, '{"pid":1,"started":"other"}');
    lock.release();
    expect(existsSync(file)).toBe(true);
  });
});

describe('process information', () => {
  it('takes a zombie for dead', async () => {
    // The child ends when the shell has become `sleep`, which never waits for its children: the child stays a zombie.
    const shell = spawn('sh', ['-c', 'sleep 1 & echo $!; exec sleep 60'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [chunk] = await once(shell.stdout, 'data');
    const zombie = Number(String(chunk));
    const deadline = Date.now() + 20_000;
    while (isAlive(zombie) && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(() => process.kill(zombie, 0)).not.toThrow();
    expect(isAlive(zombie)).toBe(false);
    shell.kill('SIGKILL');
    await once(shell, 'exit');
  });

  it('tells a process from no process', () => {
    expect(startIdentity(process.pid)).toMatch(/\S/);
    expect(startIdentity(2 ** 22 + 1)).toBeUndefined();
    expect(isAlive(process.pid)).toBe(true);
    expect(isAlive(2 ** 22 + 1)).toBe(false);
  });
});
