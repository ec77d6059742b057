import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';

/** The compiled package: `npm run build` made it, and `npm test` builds first. */
const KIT = join(__dirname, '..', '..', 'dist', 'index.js');

const children: ChildProcess[] = [];
afterEach(() => children.splice(0).forEach((child) => child.kill('SIGKILL')));

// Not `close`: after disconnect() Node does not emit it.
const endOf = (child: ChildProcess) =>
  new Promise<{ code: number | null; signal: string | null }>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });

const textOf = (stream: Readable | null) => (stream ? text(stream) : '');

/** Runs a program over the kit in a child with an IPC channel; what it prints is kept. */
function run(program: string) {
  const preamble = `const { runService, ConfigurationError } = require(${JSON.stringify(KIT)});`;
  const child = spawn(process.execPath, ['-e', `${preamble}\n${program}`], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  children.push(child);
  const ended = Promise.all([endOf(child), textOf(child.stdout), textOf(child.stderr)]).then(
    ([end, output, errors]) => ({ ...end, output, errors }),
  );
  return { child, ended, started: () => once(child, 'message') };
}

/** A service that runs until it is stopped, and says both. */
const SERVICE = `
  runService(async () => {
    const timer = setInterval(() => {}, 1000);
    process.send('started');
    return { stop: async () => { console.log('stopped'); clearInterval(timer); } };
  });`;

test('the kit is built', () => expect(existsSync(KIT)).toBe(true));

test.each(['SIGTERM', 'SIGINT'] as const)('%s stops the service and ends with 0', async (signal) => {
  const { child, started, ended } = run(SERVICE);
  await started();
  child.kill(signal);
  expect(await ended).toEqual({ code: 0, signal: null, output: 'stopped\n', errors: '' });
});

test('the end of the launcher stops the service', async () => {
  const { child, started, ended } = run(SERVICE);
  await started();
  child.disconnect();
  expect(await ended).toMatchObject({ code: 0, output: 'stopped\n' });
});

test('a second signal does not stop it a second time', async () => {
  const { child, started, ended } = run(`
    runService(async () => {
      process.send('started');
      return { stop: () => new Promise((resolve) => {
        console.log('stopping');
        process.on('SIGTERM', () => setImmediate(resolve));
        process.send('stopping');
      }) };
    });`);
  await started();
  const stopping = once(child, 'message');
  child.kill('SIGTERM');
  await stopping;
  child.kill('SIGTERM');
  expect(await ended).toMatchObject({ code: 0, output: 'stopping\n' });
});

test.each([
  [
    'a wrong configuration: 78 and the problems',
    `throw new ConfigurationError(['PORT: 缺少'])`,
    78,
    /^配置有误[^]*- PORT: 缺少\n$/,
  ],
  ['a failed start: 1 and the stack', `throw new Error('disk full')`, 1, /^Error: disk full\n\s+at /],
])('%s', async (_what, body, code, errors) => {
  const { ended } = run(`runService(async () => { ${body}; });`);
  expect(await ended).toMatchObject({ code, errors: expect.stringMatching(errors) });
});

test('a failed stop: 1', async () => {
  const { child, started, ended } = run(`
    runService(async () => {
      setInterval(() => {}, 1000);
      process.send('started');
      return { stop: async () => { throw new Error('still busy'); } };
    });`);
  await started();
  child.kill('SIGTERM');
  expect(await ended).toMatchObject({ code: 1, errors: expect.stringContaining('still busy') });
});

test('a signal during the start ends it', async () => {
  const { child, started, ended } = run(`
    runService(async () => {
      process.send('started');
      await new Promise(() => setInterval(() => {}, 1000));
    });`);
  await started();
  child.kill('SIGTERM');
  expect(await ended).toMatchObject({ code: 0 });
});
