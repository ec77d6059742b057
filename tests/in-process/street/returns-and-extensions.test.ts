import type { Actor } from '@mtg/access';
import { defineStreet } from '@mtg/street';
import { profile } from '../../../subgraphs/dayu/src';
import { centerHead } from '../../support/actors';
import { dispatchStage, head, people, type DispatchStage } from '../../support/dispatch';

const LIMITED = defineStreet({ ...profile, extensions: { mostPerOrder: 1, mostDaysEach: 10 } });

let stage: DispatchStage;
let limited: DispatchStage;
beforeAll(async () => {
  stage = await dispatchStage();
  limited = await dispatchStage(undefined, { of: LIMITED });
});
afterAll(async () => {
  await stage.dayu.close();
  await limited.dayu.close();
});

const other = centerHead('DAYU', 'CIVIL_AFFAIRS');
const reason = '不属本中心职责';
const TO = { centerCode: 'CIVIL_AFFAIRS', responsiblePerson: '李强', reason: '属民政职责' };
const requestReturn = (workOrderId: string) => stage.must('requestReturn', { workOrderId, reason }, head);
const REQUESTS = `query ($id: UUID!) { dayu { workOrder(id: $id) { number state deadline centerCode responsiblePerson
  originalDeadline extended
  returnRequests { state centerCode responsiblePerson reason newCenterCode newResponsiblePerson answer decidedBy }
  extensionRequests { state presentDeadline wantedDeadline grantedDeadline reason answer } } } }`;
const read = async (id: string, of = stage) => (await of.read(REQUESTS, { id }, people.leader))['workOrder'];

test.each(['ISSUED', 'ACCEPTED', 'IN_PROGRESS'])(
  'an order that is %s and goes to another center is the same order, due as before, and says who had it',
  async (from) => {
    const { id, number } = await stage.orderIn(from);
    expect(await requestReturn(id)).toMatchObject({ state: 'RETURNED', centerCode: 'HEALTH' });
    expect(await stage.must('reassignWorkOrder', { workOrderId: id, ...TO })).toMatchObject({
      number,
      state: 'ISSUED',
      centerCode: 'CIVIL_AFFAIRS',
      deadline: '2026-03-20',
    });
    const { errors } = await stage.run('acceptWorkOrder', { workOrderId: id }, head);
    expect(errors[0]?.extensions['code']).toBe('FORBIDDEN');
    await stage.must('acceptWorkOrder', { workOrderId: id }, other);
    expect(await read(id)).toMatchObject({
      state: 'ACCEPTED',
      responsiblePerson: '李强',
      returnRequests: [
        {
          state: 'REASSIGNED',
          centerCode: 'HEALTH',
          responsiblePerson: '王敏',
          reason,
          newCenterCode: 'CIVIL_AFFAIRS',
          newResponsiblePerson: '李强',
          answer: '属民政职责',
          decidedBy: 'dispatcher',
        },
      ],
    });
  },
);

test.each(['ISSUED', 'ACCEPTED', 'IN_PROGRESS'])(
  'an order that is %s is so again when its return is refused',
  async (state) => {
    const { id } = await stage.orderIn(state);
    await requestReturn(id);
    const refused = { workOrderId: id, reason: '属健康服务职责' };
    expect((await stage.run('refuseReturn', refused, head)).errors[0]?.extensions['code']).toBe('FORBIDDEN');
    expect(await stage.must('refuseReturn', refused)).toMatchObject({ state, centerCode: 'HEALTH' });
    expect(await read(id)).toMatchObject({
      returnRequests: [{ state: 'REFUSED', answer: '属健康服务职责', newCenterCode: null }],
    });
    expect(
      (await stage.run('reassignWorkOrder', { workOrderId: id, ...TO })).errors[0]?.extensions,
    ).toMatchObject({
      code: 'CONFLICT',
    });
  },
);

test.each<[string, object, object]>([
  [
    'to the center that has it',
    { centerCode: 'HEALTH' },
    { code: 'BAD_USER_INPUT', field: 'input.centerCode' },
  ],
  ['to a center of a sub-order', { centerCode: 'URBAN_MANAGEMENT' }, { code: 'BAD_USER_INPUT' }],
  ['to a center of another street', { centerCode: 'SHIMENYING' }, { code: 'NOT_FOUND' }],
  ['to no center', { centerCode: null }, { rule: 'R11', missing: ['centerCode'] }],
  ['without a person', { responsiblePerson: ' ' }, { rule: 'R11', missing: ['responsiblePerson'] }],
])('an order is not reassigned %s', async (_, change, refusal) => {
  const { id } = await stage.order();
  const part = { title: '停车', content: '停车', responsiblePerson: '李强', deadline: '2026-03-18' };
  await stage.must('dispatchSubOrder', { ...part, parentId: id, centerCode: 'URBAN_MANAGEMENT' });
  await requestReturn(id);
  const { errors } = await stage.run('reassignWorkOrder', { workOrderId: id, ...TO, ...change });
  expect(errors[0]?.extensions).toMatchObject(refusal);
  expect(await read(id)).toMatchObject({ state: 'RETURNED', returnRequests: [{ state: 'PENDING' }] });
});

test('an order of a delegation goes only to a center that got guidance (R10, R11)', async () => {
  const delegationId = await stage.delegation('DEPLOYED');
  await stage.dayu.database.query(
    `DELETE FROM delegation_guidance WHERE delegation_id = $1 AND center_code NOT IN ('HEALTH', 'URBAN_MANAGEMENT')`,
    [delegationId],
  );
  const { id } = await stage.order({ delegationId });
  const part = { title: '停车', content: '停车', responsiblePerson: '李强', deadline: '2026-03-18' };
  const toUnguided = { ...part, parentId: id, centerCode: 'CIVIL_AFFAIRS' };
  const { errors } = await stage.run('dispatchSubOrder', toUnguided);
  expect(errors[0]?.extensions).toMatchObject({ rule: 'R10', missing: ['centerCode'] });
  await requestReturn(id);
  const refused = await stage.run('reassignWorkOrder', { workOrderId: id, ...TO });
  expect(refused.errors[0]?.extensions).toMatchObject({ rule: 'R11', missing: ['centerCode'] });

  const guidance = [{ centerCode: 'CIVIL_AFFAIRS', text: '做好衔接' }];
  const guided = await stage.run(
    'guideDelegation',
    { delegationId, guidance },
    people.clerk,
    'guidance { text }',
  );
  expect(guided.payload).toEqual({ guidance: [{ text: '做好衔接' }] });
  await stage.must('dispatchSubOrder', toUnguided);
  const to = { ...TO, centerCode: 'URBAN_MANAGEMENT' };
  expect(await stage.must('reassignWorkOrder', { workOrderId: id, ...to })).toMatchObject({
    state: 'ISSUED',
  });
});

test('guidance is added to a deployed delegation, by 街道工委, and some at least (R10)', async () => {
  const guidance = [{ centerCode: 'CIVIL_AFFAIRS', text: '做好衔接' }];
  const guide = (delegationId: string, input: object, as: Actor = people.clerk) =>
    stage.run('guideDelegation', { delegationId, ...input }, as, 'delegation { state }');
  const early = await guide(await stage.delegation('APPROVED'), { guidance });
  expect(early.errors[0]?.extensions).toMatchObject({ rule: 'R10' });
  const delegationId = await stage.delegation('DEPLOYED');
  const none = await guide(delegationId, { guidance: [] });
  expect(none.errors[0]?.extensions).toMatchObject({ rule: 'R10', missing: ['guidance'] });
  const other = await guide(delegationId, { guidance }, people.dispatcher);
  expect(other.errors[0]?.extensions['code']).toBe('FORBIDDEN');
});

test('the street sends back a direct task under the name of a delegated matter, and nothing follows (R07)', async () => {
  const delegationId = await stage.delegation('OPINION_HEARD');
  const send = (reason: string, as: Actor = people.leader) =>
    stage.run('sendBackDelegation', { delegationId, reason }, as, 'delegation { state reason }');
  expect((await send('属直接布置', people.clerk)).errors[0]?.extensions['code']).toBe('FORBIDDEN');
  expect((await send(' ')).errors[0]?.extensions).toMatchObject({ field: 'input.reason' });
  const { payload } = await send('属直接布置，须经区政府批准');
  expect(payload).toEqual({ delegation: { state: 'SENT_BACK', reason: '属直接布置，须经区政府批准' } });
  expect((await send('再次')).errors[0]?.extensions).toMatchObject({ rule: 'R10' });
});

test('a request lapses with its order', async () => {
  const { id } = await stage.order();
  await stage.must('requestExtension', { workOrderId: id, reason, deadline: '2026-04-01' }, head);
  await requestReturn(id);
  await stage.must('cancelWorkOrder', { workOrderId: id, reason: '不再需要' });
  expect(await read(id)).toMatchObject({
    state: 'CANCELLED',
    returnRequests: [{ state: 'LAPSED', answer: null }],
    extensionRequests: [{ state: 'LAPSED', answer: null }],
  });
});

describe('more time', () => {
  const ask = (workOrderId: string, deadline: string, of = stage, as: Actor = head) =>
    of.run('requestExtension', { workOrderId, reason: '雨期', deadline }, as);

  test('is requested by the center and granted by the dispatcher; the original deadline stays', async () => {
    const { id } = await stage.orderIn('ACCEPTED');
    expect((await ask(id, '2026-04-01')).errors).toEqual([]);
    expect(await read(id)).toMatchObject({ deadline: '2026-03-20', extended: false });
    expect((await ask(id, '2026-04-02')).errors[0]?.extensions['code']).toBe('CONFLICT');
    const byCenter = await stage.run('grantExtension', { workOrderId: id }, head);
    expect(byCenter.errors[0]?.extensions['code']).toBe('FORBIDDEN');
    await stage.must('grantExtension', { workOrderId: id, deadline: '2026-03-28', remark: '先延一周' });
    expect(await read(id)).toMatchObject({
      deadline: '2026-03-28',
      originalDeadline: '2026-03-20',
      extended: true,
      extensionRequests: [
        {
          state: 'GRANTED',
          presentDeadline: '2026-03-20',
          wantedDeadline: '2026-04-01',
          grantedDeadline: '2026-03-28',
          reason: '雨期',
          answer: '先延一周',
        },
      ],
    });
  });

  test('is refused with a reason, and can be requested again', async () => {
    const { id } = await stage.orderIn('IN_PROGRESS');
    await ask(id, '2026-04-01');
    await stage.must('refuseExtension', { workOrderId: id, reason: '可以按期完成' });
    expect(await read(id)).toMatchObject({
      deadline: '2026-03-20',
      extensionRequests: [{ state: 'REFUSED', answer: '可以按期完成', grantedDeadline: null }],
    });
    const again = await stage.run('refuseExtension', { workOrderId: id, reason: '可以' });
    expect(again.errors[0]?.extensions['code']).toBe('CONFLICT');
    expect((await ask(id, '2026-03-25')).errors).toEqual([]);
  });

  test('is granted as often and for as many days as the street states', async () => {
    const { id } = await limited.orderIn('ACCEPTED');
    const days = (await ask(id, '2026-03-31', limited)).errors[0];
    expect(days?.extensions).toMatchObject({ rule: 'R11', missing: ['deadline'] });
    expect(days?.message).toContain('2026-03-30');
    expect((await ask(id, '2026-03-30', limited)).errors).toEqual([]);
    const tooLong = await limited.run('grantExtension', { workOrderId: id, deadline: '2026-04-15' });
    expect(tooLong.errors[0]?.extensions).toMatchObject({ rule: 'R11', missing: ['deadline'] });
    await limited.must('grantExtension', { workOrderId: id });
    const times = (await ask(id, '2026-04-01', limited)).errors[0];
    expect(times?.extensions).toMatchObject({ rule: 'R11', missing: ['workOrderId'] });
  });

  test('ends at the deadline of the project', async () => {
    const { id } = await stage.orderIn('ACCEPTED');
    const { errors } = await ask(id, '2029-01-01');
    expect(errors[0]?.extensions).toMatchObject({ rule: 'R11', missing: ['deadline'] });
    expect((await ask(id, '2028-12-31')).errors).toEqual([]);
  });
});
