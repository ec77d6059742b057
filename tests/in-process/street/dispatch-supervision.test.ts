import { supervisionTask } from '../../../packages/street/src/dispatch/supervision/supervision-task';
import { dispatchStage, head, people, type DispatchStage } from '../../support/dispatch';

const START = '2026-03-09T02:00:00Z';
/** The first instant after 20 March in Asia/Shanghai, and the last one of it. */
const OVERDUE = '2026-03-20T16:00:00Z';
const NOT_YET = '2026-03-20T15:59:59.999Z';

let stage: DispatchStage;
beforeAll(async () => {
  stage = await dispatchStage(START);
});
afterAll(() => stage.dayu.close());
beforeEach(() => stage.setTime(START));

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const sweep = async (at: string, profile = {}) => {
  stage.setTime(at);
  const { runtime: database } = stage.dayu;
  return supervisionTask(60, profile).run({ database, clock: stage.clock, owner: 'DAYU', logger: silent });
};
const supervisionsOf = (id: string) =>
  stage.dayu.store.query(
    `SELECT state, missed_deadline::text AS missed, resolution, resolved_by FROM supervision WHERE work_order_id = '${id}' ORDER BY id`,
  );
const OPEN = { state: 'OPEN', missed: '2026-03-20', resolution: null, resolved_by: null };
const audited = async () =>
  stage.dayu.store.query(
    `SELECT actor, role, scope, outcome, cardinality(targets) AS targets FROM audit_entry WHERE command = 'superviseOverdue' ORDER BY sequence`,
  );

test('each overdue open order gets exactly one supervision, however often and by however many it is looked for', async () => {
  const open = [];
  for (const state of ['ISSUED', 'ACCEPTED', 'IN_PROGRESS', 'SUBMITTED', 'RETURNED'])
    open.push(await stage.orderIn(state));
  const others = [await stage.order({ deadline: '2026-03-21' })];
  for (const state of ['VERIFIED', 'CLOSED', 'CANCELLED']) others.push(await stage.orderIn(state));

  expect(await sweep(NOT_YET)).toEqual([]);
  expect(await audited()).toEqual([]);
  const rounds = await Promise.all(Array.from({ length: 8 }, () => sweep(OVERDUE)));
  expect(rounds.map((ids) => (ids as string[]).length).filter((opened) => opened > 0)).toEqual([5]);
  expect(await sweep(OVERDUE)).toEqual([]);
  for (const { id } of open) expect(await supervisionsOf(id)).toEqual([OPEN]);
  for (const { id } of others) expect(await supervisionsOf(id)).toEqual([]);
  expect(await audited()).toEqual([
    { actor: 'system', role: null, scope: 'DAYU', outcome: 'ALLOWED', targets: 5 },
  ]);
  await expect(
    stage.dayu.runtime.query(
      'INSERT INTO supervision (created_at, updated_at, work_order_id, state, missed_deadline) SELECT created_at, updated_at, work_order_id, state, missed_deadline FROM supervision',
    ),
  ).rejects.toThrow('supervision_one_open');
});

test('where a street counts by working days, a deadline on a Saturday is met on Monday', async () => {
  const { id } = await stage.order({ deadline: '2026-03-21' });
  const byWorkingDays = { deadlinesByWorkingDays: true };
  await sweep('2026-03-23T15:59:59Z', byWorkingDays);
  expect(await supervisionsOf(id)).toEqual([]);
  await sweep('2026-03-23T16:00:00Z', byWorkingDays);
  expect(await supervisionsOf(id)).toEqual([{ ...OPEN, missed: '2026-03-21' }]);
});

test('the dispatcher resolves it, saying what was done; while the order stays overdue another follows', async () => {
  const { id } = await stage.order();
  await sweep(OVERDUE);
  const { workOrder } = await stage.read(
    'query ($id: UUID!) { dayu { workOrder(id: $id) { supervisions { id state missedDeadline workOrder { id } } } } }',
    { id },
    people.leader,
  );
  const [supervision] = workOrder.supervisions;
  expect(supervision).toMatchObject({ state: 'OPEN', missedDeadline: '2026-03-20', workOrder: { id } });
  const resolve = (input: object, as = people.dispatcher as typeof head) =>
    stage.run(
      'resolveSupervision',
      { supervisionId: supervision.id, resolution: '已约谈责任人', ...input },
      as,
      'supervision { state resolution resolvedBy }',
    );
  expect((await resolve({}, head)).errors[0]?.extensions['code']).toBe('FORBIDDEN');
  expect((await resolve({ expectedVersion: 9 })).errors[0]?.extensions['code']).toBe('CONFLICT');
  expect((await resolve({ expectedVersion: 1 })).payload).toEqual({
    supervision: { state: 'RESOLVED', resolution: '已约谈责任人', resolvedBy: 'dispatcher' },
  });
  expect((await resolve({})).errors[0]?.extensions).toMatchObject({ code: 'CONFLICT', currentVersion: 2 });
  expect(await sweep(OVERDUE)).toHaveLength(1);
  expect((await supervisionsOf(id)).map(({ state }) => state)).toEqual(['RESOLVED', 'OPEN']);
});

test.each([
  ['verified', 'SUBMITTED', 'verifyWorkOrder', {}, people.dispatcher],
  ['cancelled', 'IN_PROGRESS', 'cancelWorkOrder', { reason: '不再需要' }, people.dispatcher],
  ['given more time', 'ACCEPTED', 'grantExtension', {}, people.dispatcher],
] as const)('it is resolved when the order is %s', async (_, from, command, input, as) => {
  const { id } = await stage.orderIn(from);
  await sweep(OVERDUE);
  expect(await supervisionsOf(id)).toEqual([OPEN]);
  if (command === 'grantExtension') {
    await stage.must('requestExtension', { workOrderId: id, reason: '雨期', deadline: '2026-03-21' }, head);
    expect(await supervisionsOf(id)).toEqual([OPEN]);
  }
  await stage.must(command, { workOrderId: id, ...input }, as);
  expect(await supervisionsOf(id)).toEqual([{ ...OPEN, state: 'RESOLVED', resolved_by: as.subject }]);
  expect(await sweep(OVERDUE)).toEqual([]);
});

test('it stays open while the order only moves on, or goes to another center', async () => {
  const { id } = await stage.order();
  await sweep(OVERDUE);
  await stage.must('acceptWorkOrder', { workOrderId: id }, head);
  const reason = { reason: '不属本中心' };
  await stage.must('requestReturn', { workOrderId: id, ...reason }, head);
  expect(await supervisionsOf(id)).toEqual([OPEN]);
  const to = { centerCode: 'CIVIL_AFFAIRS', responsiblePerson: '李强' };
  await stage.must('reassignWorkOrder', { workOrderId: id, ...reason, ...to });
  expect(await supervisionsOf(id)).toEqual([OPEN]);
});
