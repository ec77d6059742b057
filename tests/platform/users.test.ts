import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createDataDirectory, startPlatform } from '../support/platform';
import { ROOT } from '../support/project';

const QUESTION = '{ streets { counts { communities } } }';
const ANSWER = { streets: [33, 20, 9, 9].map((communities) => ({ counts: { communities } })) };
const isRoot = process.getuid?.() === 0;
const ANYBODY = 12_345;

const cleanUp: (() => void)[] = [];
afterAll(() => cleanUp.forEach((clean) => clean()));

test(`starts as the user who runs the tests (${isRoot ? 'root' : 'unprivileged'})`, async () => {
  const platform = await startPlatform();
  try {
    expect((await platform.ask(QUESTION)).data).toEqual(ANSWER);
  } finally {
    expect(await platform.stop()).toBe(0);
  }
}, 180_000);

/** Only root can become somebody else; an unprivileged run of the tests has shown the same in the test above. */
(isRoot ? test : test.skip)(
  'root aside, starts as an unprivileged user (needs root)',
  async () => {
    const dataDirectory = createDataDirectory();
    cleanUp.push(() => rmSync(dataDirectory, { recursive: true, force: true }));
    chownSync(dataDirectory, ANYBODY, ANYBODY);
    const platform = await startPlatform({ dataDirectory, uid: ANYBODY, project: projectForAnybody() });
    try {
      expect((await platform.ask(QUESTION)).data).toEqual(ANSWER);
      expect(statSync(join(dataDirectory, 'dayu', 'data')).uid).toBe(ANYBODY);
    } finally {
      expect(await platform.stop()).toBe(0);
    }
  },
  180_000,
);

/** The project itself where anybody can read it, or else a copy where they can. */
function projectForAnybody(): string {
  if (everyoneMayEnter(ROOT)) return ROOT;
  const copy = realpathSync(mkdtempSync(join(tmpdir(), 'mtg-project-')));
  cleanUp.push(() => rmSync(copy, { recursive: true, force: true }));
  chmodSync(copy, 0o755);
  expect(spawnSync('cp', ['-R', `${ROOT}/.`, copy]).status).toBe(0);
  expect(spawnSync('chmod', ['-R', 'a+rX', copy]).status).toBe(0);
  return copy;
}

const everyoneMayEnter = (folder: string): boolean =>
  (statSync(folder).mode & 0o005) === 0o005 && (folder === '/' || everyoneMayEnter(dirname(folder)));
