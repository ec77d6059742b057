import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { INSIGHT, SUBGRAPHS } from '@mtg/subgraphs';
import { COMMUNITIES } from '../../support/communities';
import { query } from '../../startup/support/query';
import { createDataDirectory, startPlatform, type Platform } from '../../support/platform';
import { eventually, runs } from '../../support/wait';
import { namesWhatIsNotReady, survivesFailures } from './failures';
import { asksQuestions } from './questions';
import { answersAsTheReadmeShows } from './readme';
import { runsTheScenario } from './scenario';
import { expectItsToken, issuesTokens } from './tokens';

/**
 * The whole platform, started as a user starts it, for all that ask and command, and stopped in every way. A start costs 15 s of
 * CPU, so the order counts: the README shows a platform that is new, the scenario ends by tampering with the audit trail, kill -9
 * ends that platform, and on the next one the parts are killed.
 */
const dataDirectory = createDataDirectory();
let platform: Platform;
beforeAll(async () => {
  platform = await startPlatform({ dataDirectory, environment: { SWEEP_SECONDS: '1' } });
});
afterAll(async () => {
  await platform?.stop();
  rmSync(dataDirectory, { recursive: true, force: true });
});

test('it starts as the user who runs the tests', async () => {
  const { data } = await platform.ask('{ streets { counts { communities } } }');
  const counts = Object.values(COMMUNITIES).map((communities) => ({ counts: { communities } }));
  expect(data).toEqual({ streets: counts });
});

/** The warehouse has met each of its sources. */
async function expectWarehouse(): Promise<void> {
  const { ownerDatabaseUrl = '', url } = platform.part(INSIGHT.name);
  const sources = async () => {
    const rows = await query(ownerDatabaseUrl, 'SELECT name FROM warehouse.source');
    return rows.map(({ name }) => String(name)).toSorted();
  };
  const expected = SUBGRAPHS.map(({ name }) => name).toSorted();
  await eventually('all are known', async () => (await sources()).length === expected.length);
  expect(await sources()).toEqual(expected);
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
}

test('the insight program knows every subgraph as a source', expectWarehouse);

describe('questions', () => {
  asksQuestions(() => platform);
});

describe('README', () => {
  answersAsTheReadmeShows(() => platform);
});

let authorization = '';
describe('mtg token', () => {
  issuesTokens(
    () => platform,
    (token) => (authorization = token),
  );
});

describe('a part that hangs', () => {
  namesWhatIsNotReady(() => platform);
});

describe('docs/scenario.sh', () => {
  runsTheScenario(() => platform);
});

describe('nothing outlives its launcher, however that ends, and the data outlive all', () => {
  /** Every process of the platform: issuer of tokens, subgraphs, insight program, gateway, postmasters. */
  function processesOf({ parts }: Platform): number[] {
    const pids = parts().map(({ name, pid }) => {
      if (pid === undefined) throw new Error(`${name} has no process`);
      return pid;
    });
    const postmasters = [...SUBGRAPHS, INSIGHT].map(({ name }) =>
      Number(readFileSync(join(dataDirectory, name, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]),
    );
    return [...pids, ...postmasters];
  }

  const allGone = (pids: readonly number[]) => eventually('every process ends', () => !pids.some(runs));

  const IDS = '{ streets { communities { id } } district { facts { id } } }';

  test('kill -9 of the launcher leaves nothing running, and the next start finds the data as they were', async () => {
    const idsAtFirst = (await platform.ask(IDS)).data;
    const pids = processesOf(platform);
    expect(pids).toHaveLength(14);
    platform.launcher.kill('SIGKILL');
    await allGone(pids);

    // As data directories were before there was a warehouse.
    rmSync(join(dataDirectory, INSIGHT.name), { recursive: true });
    for (const { name } of SUBGRAPHS) rmSync(join(dataDirectory, name, 'warehouse-password'));
    platform = await startPlatform({ dataDirectory, environment: { SUBGRAPH_TIMEOUT_MS: '2500' } });
    expect((await platform.ask(IDS)).data).toEqual(idsAtFirst);
  });

  test('a data directory from before the warehouse has gained one', expectWarehouse);

  test('a token outlives the restart, on other ports', () => expectItsToken(platform, authorization));

  describe('a part fails', () => {
    survivesFailures(() => platform);
  });

  test('SIGTERM stops everything, in order, with exit code 0', async () => {
    const pids = processesOf(platform);
    expect(pids).toHaveLength(14);
    expect(await platform.stop()).toBe(0);
    expect(pids.filter(runs)).toEqual([]);
  });
});
