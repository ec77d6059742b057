import { definition } from '../../../subgraphs/dayu/src';
import { loadTestSubgraph, type LoadedSubgraph } from '../../support/test-subgraph';

/** Rows that the serving role cannot add by raw SQL to what is final, or has not got so far. */
let dayu: LoadedSubgraph;
beforeAll(async () => {
  dayu = await loadTestSubgraph(definition, { sample: true });
});
afterAll(() => dayu.close());

const NOW = '2026-11-23T03:00:00Z';

/**
 * Adds a real row like one of the sample, as the serving role, and rolls back.
 *
 * @returns what it was refused with
 */
async function refusal(
  table: string,
  changes: Readonly<Record<string, unknown>>,
  like: string,
): Promise<string | undefined> {
  const row = JSON.stringify({ sample: false, created_at: NOW, updated_at: NOW, ...changes });
  const runner = dayu.runtime.createQueryRunner();
  await runner.startTransaction();
  try {
    const added: readonly unknown[] = await runner.query(
      `INSERT INTO ${table} SELECT (jsonb_populate_record(t, '${row}' || jsonb_build_object('id', gen_random_uuid()))).*
       FROM ${table} t WHERE ${like} LIMIT 1 RETURNING id`,
    );
    expect(added).toHaveLength(1);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

const THE_ORDER = '(SELECT work_order_id FROM evidence ORDER BY id LIMIT 1)';
const OF_IT = `work_order_id = ${THE_ORDER}`;

/** Brings the order to a state at this time, past every trigger. */
const orderIs = (state: string) =>
  dayu.store.query(
    `SET session_replication_role = replica;
     UPDATE work_order SET state = '${state}', reason = 'x', feedback_report_id = NULL, updated_at = '${NOW}' WHERE id = ${THE_ORDER}`,
  );
const step = (command: string, from: string | null, to: string) =>
  refusal('work_order_event', { command, from_state: from, to_state: to, reason: 'x' }, OF_IT);

test.each([
  ['SUBMITTED', 'verifyWorkOrder', 'SUBMITTED', 'VERIFIED'],
  ['CLOSED', 'verifyWorkOrder', 'SUBMITTED', 'VERIFIED'],
  ['CLOSED', 'closeWorkOrder', 'VERIFIED', 'CLOSED'],
  ['CLOSED', 'grantExtension', 'CLOSED', 'CLOSED'],
  ['ISSUED', 'requestReturn', 'ISSUED', 'ISSUED'],
  ['VERIFIED', 'verifyWorkOrder', 'ISSUED', 'VERIFIED'],
  ['ISSUED', 'dispatchWorkOrder', null, 'ISSUED'],
])('of an order in %s no step %s from %s to %s is recorded', async (state, command, from, to) => {
  await dayu.store.query(
    `INSERT INTO work_order_event (created_at, updated_at, sample, work_order_id, command, from_state, to_state, actor, role)
     SELECT created_at, created_at, sample, id, 'closeWorkOrder', 'VERIFIED', 'CLOSED', 'x', 'x'
     FROM work_order WHERE id = ${THE_ORDER}`,
  );
  await orderIs(state);
  expect(await step(command, from, to)).toMatch(/has not taken this step/u);
});

test('a step that an order has taken is recorded', async () => {
  await orderIs('SUBMITTED');
  expect(await step('submitWorkOrder', 'IN_PROGRESS', 'SUBMITTED')).toBeUndefined();
  expect(await step('grantExtension', 'SUBMITTED', 'SUBMITTED')).toBeUndefined();
  await orderIs('RETURNED');
  expect(await step('requestReturn', 'ISSUED', 'RETURNED')).toBeUndefined();
});

test('evidence is added to an order in progress', async () => {
  await orderIs('CLOSED');
  expect(await refusal('evidence', {}, OF_IT)).toMatch(/not in progress/u);
  await orderIs('IN_PROGRESS');
  expect(await refusal('evidence', {}, OF_IT)).toBeUndefined();
});

test('no supervision is opened of an order that is over', async () => {
  const open = { state: 'OPEN', resolution: null, resolved_at: null, resolved_by: null };
  expect(
    await refusal('supervision', open, `work_order_id IN (SELECT id FROM work_order WHERE state = 'CLOSED')`),
  ).toMatch(/R12/u);
});

test('nothing is added to the agenda of a meeting that is over', async () => {
  const closed = `meeting_id IN (SELECT id FROM meeting WHERE state = 'CLOSED')`;
  expect(await refusal('agenda_item', { number: 999 }, closed)).toMatch(/when the meeting is called/u);
});

test.each([true, false])('no progress (%s) is reported of a completed task', async (completed) => {
  const done = `assignment_id IN (SELECT id FROM community_assignment WHERE state = 'COMPLETED')`;
  expect(await refusal('progress_report', { completed }, done)).toMatch(/the task is completed/u);
});
