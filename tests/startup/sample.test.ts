import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '@mtg/platform';
import { launch, type Launcher } from './support/launcher';
import { Scratch } from './support/scratch';
import { eventually, runs } from '../support/wait';

const READY = 'All ready in';

/** Stands in for `mtg`: says how it was started, then does what the test wants. */
const fakeLoad = (ending: string): string =>
  `console.log('pid=' + process.pid, process.argv.slice(2).join(' '));
   console.log('databases=' + Object.keys(process.env).filter((name) => name.startsWith('DATABASE')));
   ${ending}`;

describe('the launcher, asked for sample data', () => {
  let scratch: Scratch;
  let launcher: Launcher | undefined;
  let data: string;

  beforeAll(() => (scratch = new Scratch()));
  afterEach(async () => {
    launcher?.process.kill('SIGKILL');
    await launcher?.ended;
  });
  afterAll(async () => scratch.clear());

  /** The real launcher over a gateway that is none, and a load that is none. */
  const starting = async (ending: string): Promise<Launcher> => {
    data = scratch.path(`data-${Math.random().toString(36).slice(2)}`);
    const program = scratch.path(`load-${Math.random().toString(36).slice(2)}.cjs`);
    writeFileSync(program, fakeLoad(ending));
    const gateway = {
      name: 'gateway',
      kind: 'gateway',
      host: '127.0.0.1',
      port: await freePort(),
      program: join(__dirname, 'support/fake-part.cjs'),
      readyPath: '/readyz',
    };
    const plan = { dataDirectory: data, parts: [gateway], sample: { program, streets: ['DAYU', 'DATAI'] } };
    const fakes = join(__dirname, 'support/fake-platform.cjs');
    launcher = launch(fakes, [JSON.stringify(plan)], { DATABASE_OWNER_URL: 'postgres://of-another/part' });
    return launcher;
  };

  it('loads scale 1 into the streets that have none, before it says that all is ready', async () => {
    const running = await starting('process.exit(0)');
    await running.writes(READY);
    const output = running.output();
    const asked = `sample --scale 1 --if-none --data-dir ${data} --street DAYU DATAI`;
    expect(output).toMatch(new RegExp(`\\[sample\\] pid=\\d+ ${asked}\\n`, 'u'));
    expect(output.indexOf(asked)).toBeLessThan(output.indexOf(READY));
    // It finds the databases in the list of what runs, and not in an environment that names another.
    expect(output).toContain('[sample] databases=\n');
    expect(output).not.toContain('sample data could not be loaded');
  });

  it('serves without when the load fails, and says how to try again', async () => {
    const running = await starting(`console.error('a reason'); process.exit(65)`);
    await running.writes(READY);
    expect(running.output()).toMatch(
      /\[sample\] a reason\n\[sample\] .*some sample data could not be loaded.*--if-none later\n/u,
    );
  });

  it('ends the load when it is stopped meanwhile', async () => {
    const running = await starting('setInterval(() => undefined, 1000)');
    await running.writes(/pid=\d+/u);
    const pid = Number(/pid=(\d+)/u.exec(running.output())?.[1]);
    running.process.kill('SIGTERM');
    expect(await running.ended).toBe(0);
    await eventually('the load has ended', () => !runs(pid));
    expect(running.output()).toContain('all stopped');
    expect(running.output()).not.toContain('sample data could not be loaded');
  });
});
