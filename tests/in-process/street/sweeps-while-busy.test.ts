import { fixedClock } from '@mtg/governance';
import { definition } from '../../../subgraphs/dayu/src';
import { give } from '../../support/commands';
import { dispatchStage, type DispatchStage } from '../../support/dispatch';

/** The lock of `underCommandLock`: every writer holds it, in whichever process. */
const COMMAND_LOCK = 1_100_109_002;

let stage: DispatchStage;
beforeAll(async () => {
  stage = await dispatchStage();
});
afterAll(() => stage.dayu.close());

/** The tasks of a street that wait for their turn. */
const TASKS = ['supervise-overdue', 'check-cadence', 'record-refused-requests'];

test('sweeps that find the street busy say so in a line each, and do their work in the next round', async () => {
  const { dayu } = stage;
  const { id: workOrderId } = await stage.order();
  // An anonymous attempt that is to be recorded.
  await give(dayu, 'dayu', 'cancelWorkOrder', { workOrderId, reason: '无' }, '__typename');
  const said: { fields: unknown; message: unknown }[] = [];
  const logger = {
    info: jest.fn(),
    warn: (fields: unknown, message: unknown) => said.push({ fields, message }),
    error: jest.fn(),
  };
  const clock = fixedClock(new Date('2026-03-21T02:00:00Z'));
  const context = { database: dayu.runtime, clock, owner: 'DAYU', logger: logger as never };
  const tasks = (definition.tasks?.({ sweepSeconds: 3600, auditUrls: new Map() }) ?? []).filter(({ name }) =>
    TASKS.includes(name),
  );
  const round = () => Promise.all(tasks.map((task) => task.run(context)));

  const other = dayu.database.createQueryRunner();
  await other.startTransaction();
  try {
    await other.query('SELECT pg_advisory_xact_lock($1)', [COMMAND_LOCK]);
    await round();
  } finally {
    await other.rollbackTransaction();
    await other.release();
  }
  const message = expect.stringMatching(/留待下一轮 · .*next round/u);
  // Whichever waits first says so first.
  expect(said).toHaveLength(TASKS.length);
  expect(said).toEqual(expect.arrayContaining(TASKS.map((task) => ({ fields: { task }, message }))));

  await round();
  expect(said).toHaveLength(TASKS.length);
  expect(await dayu.store.query('SELECT state FROM supervision')).toEqual([{ state: 'OPEN' }]);
  const tried = `SELECT code, times FROM audit_entry WHERE command = 'cancelWorkOrder'`;
  expect(await dayu.store.query(tried)).toEqual([{ code: 'UNAUTHENTICATED', times: 1 }]);
});
