import { chownSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ANYBODY, isRoot, nodeForAnybody, projectForAnybody, removeCopies } from '../support/anybody';
import { COMMUNITIES } from '../support/communities';
import { createDataDirectory, startPlatform } from '../support/platform';

/** Of a street and the district: the other streets are started by the same code, as whole.test.ts shows. */
const QUESTION = '{ dayu { counts { communities } } district { name } }';
const ANSWER = { dayu: { counts: { communities: COMMUNITIES['DAYU'] } }, district: { name: '门头沟区' } };

afterAll(removeCopies);

/** Only root can become another user; an unprivileged run has shown the same in whole.test.ts. */
(isRoot ? test : test.skip)('root aside, starts as an unprivileged user (needs root)', async () => {
  const dataDirectory = createDataDirectory();
  chownSync(dataDirectory, ANYBODY, ANYBODY);
  const platform = await startPlatform({
    dataDirectory,
    flags: ['--only', 'dayu,district,gateway'],
    uid: ANYBODY,
    project: projectForAnybody(),
    node: nodeForAnybody(),
  });
  try {
    expect((await platform.ask(QUESTION)).data).toEqual(ANSWER);
    expect(statSync(join(dataDirectory, 'dayu', 'data')).uid).toBe(ANYBODY);
  } finally {
    expect(await platform.stop()).toBe(0);
    rmSync(dataDirectory, { recursive: true, force: true });
  }
});
