import { rmSync } from 'node:fs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SUBGRAPHS } from '@mtg/subgraphs';
import { createDataDirectory, startPlatform, type Platform } from '../support/platform';
import { eventually, runs } from '../support/wait';

/** Nothing of the platform outlives its launcher, however that ends; and the data outlive all of them. */
const dataDirectory = createDataDirectory();
afterAll(() => rmSync(dataDirectory, { recursive: true, force: true }));

/** Every process of the platform: issuer of tokens, subgraphs, gateway, postmasters. */
function processesOf(platform: Platform): number[] {
  const parts = platform.parts().map(({ name, pid }) => {
    if (pid === undefined) throw new Error(`${name} has no process`);
    return pid;
  });
  const postmasters = SUBGRAPHS.map(({ name }) =>
    Number(readFileSync(join(dataDirectory, name, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]),
  );
  return [...parts, ...postmasters];
}

const allGone = (pids: readonly number[]) => eventually('every process ends', () => !pids.some(runs));

const IDS = '{ streets { communities { id } } district { facts { id } } }';
let idsAtFirst: unknown;

test('SIGTERM stops everything, in order, with exit code 0', async () => {
  const platform = await startPlatform({ dataDirectory });
  const pids = processesOf(platform);
  idsAtFirst = (await platform.ask(IDS)).data;
  expect(pids).toHaveLength(12);
  expect(await platform.stop()).toBe(0);
  expect(pids.filter(runs)).toEqual([]);
}, 120_000);

test('kill -9 of the launcher leaves nothing running, and the next start finds the data as they were', async () => {
  const platform = await startPlatform({ dataDirectory });
  const pids = processesOf(platform);
  platform.launcher.kill('SIGKILL');
  await allGone(pids);

  const again = await startPlatform({ dataDirectory });
  try {
    expect((await again.ask(IDS)).data).toEqual(idsAtFirst);
  } finally {
    expect(await again.stop()).toBe(0);
  }
}, 180_000);

test('--only starts the named parts, the issuer of tokens that subgraphs need, and no others', async () => {
  const platform = await startPlatform({ dataDirectory, flags: ['--only', 'datai,district,gateway'] });
  try {
    expect(platform.parts().map(({ name }) => name)).toEqual(['identity', 'datai', 'district', 'gateway']);
    const answer = await platform.ask('{ datai { counts { communities } } district { name } }');
    expect(answer).toEqual({
      data: { datai: { counts: { communities: 9 } }, district: { name: '门头沟区' } },
    });
  } finally {
    expect(await platform.stop()).toBe(0);
  }
}, 120_000);
