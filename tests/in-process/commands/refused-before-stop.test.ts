import { commandTasks } from '@mtg/commands';
import { definition } from '../../../subgraphs/dayu/src';
import { give } from '../../support/commands';
import { startTestSubgraph, type TestSubgraph } from '../../support/test-subgraph';
import { eventually } from '../../support/wait';

/** A subgraph that stops in an orderly way loses nothing of what it has only noted so far. */
let dayu: TestSubgraph;
beforeAll(async () => {
  // Nothing else is to write in between.
  const rarely = commandTasks.map((task) => ({ ...task, everySeconds: 3600 }));
  const quiet = { ...definition, tasks: () => rarely };
  dayu = await startTestSubgraph(quiet, { taskSettings: { sweepSeconds: 3600, auditUrls: new Map() } });
});
afterAll(() => dayu.close());

/** Tries as many commands without a token. */
async function attempts(at: TestSubgraph, times: number): Promise<void> {
  for (let round = 0; round < times; round += 1) {
    const { errors } = await give(
      at,
      'dayu',
      'registerMajorMatter',
      { title: '一', content: '二' },
      '__typename',
    );
    expect(errors[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  }
}
const recorded = () =>
  dayu.store.query('SELECT actor, command, code, times FROM audit_entry ORDER BY sequence');
const ofNobody = (times: number) => ({
  actor: null,
  command: 'registerMajorMatter',
  code: 'UNAUTHENTICATED',
  times,
});

test('what was tried without a token is on record when it has stopped', async () => {
  const second = await dayu.another();
  await attempts(second, 3);
  expect(await recorded()).toEqual([]);
  await second.close();
  expect(await recorded()).toEqual([ofNobody(3)]);
});

test('also while another write takes longer than the wait for the lock', async () => {
  const second = await dayu.another();
  await attempts(second, 2);
  const other = dayu.runtime.createQueryRunner();
  await other.query('SELECT pg_advisory_lock(1100109002)');
  let hasStopped = false;
  const stopping = second.close().then(() => (hasStopped = true));
  const waitingSince = async (): Promise<unknown> =>
    (
      await dayu.store.query(
        `SELECT waitstart::text AS since FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`,
      )
    )[0]?.['since'];
  await eventually('it waits for the lock', async () => typeof (await waitingSince()) === 'string');
  const first = await waitingSince();
  await eventually('it did not get the lock, and asks again', async () => {
    const since = await waitingSince();
    return hasStopped || (typeof since === 'string' && since !== first);
  });
  await other.query('SELECT pg_advisory_unlock(1100109002)');
  await other.release();
  await stopping;
  expect(await recorded()).toEqual([ofNobody(3), ofNobody(2)]);
});
