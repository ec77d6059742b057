import { centerHead } from '../../support/actors';
import { dispatchStage, head, people, type DispatchStage } from '../../support/dispatch';
import { DELUYUAN, refusal, weeklyMeetingsOf } from './community-work-support';

let stage: DispatchStage;
let street: ReturnType<typeof weeklyMeetingsOf>;
beforeAll(async () => {
  stage = await dispatchStage();
  street = weeklyMeetingsOf(stage.dayu, 'dayu', 'DAYU');
});
afterAll(() => stage.dayu.close());

const propose = async (workOrderId: string, centerCode = 'HEALTH') =>
  street.run(
    'proposeWeeklyItem',
    {
      meetingId: await street.convoke(),
      centerCode,
      title: '坡道施工',
      content: '请社区协调出入',
      communityCodes: [DELUYUAN],
      workOrderId,
    },
    'weeklyItem { id workOrder { id } }',
    centerCode === 'HEALTH' ? head : centerHead('DAYU', centerCode),
  );

test.each(['ISSUED', 'ACCEPTED', 'IN_PROGRESS', 'SUBMITTED'])(
  'an item carries out an order that is %s, and the order leads to it',
  async (state) => {
    const { id } = await stage.orderIn(state);
    const { payload, errors } = await propose(id);
    expect(errors).toEqual([]);
    expect(payload?.['weeklyItem'].workOrder).toEqual({ id });
    const down = await street.ask(`workOrder(id: "${id}") { weeklyItems { id } }`, people.leader);
    expect(down.data).toEqual({
      dayu: { workOrder: { weeklyItems: [{ id: payload?.['weeklyItem'].id }] } },
    });
  },
);

test.each(['VERIFIED', 'CLOSED', 'RETURNED', 'CANCELLED'])('none that is %s', async (state) => {
  const { id, version } = await stage.orderIn(state);
  const { payload, errors } = await propose(id);
  expect(payload).toBeNull();
  expect(refusal({ errors })).toMatchObject({ code: 'CONFLICT', currentVersion: version });
});

test('none of another center', async () => {
  const { id } = await stage.order();
  const refused = await propose(id, 'CIVIL_AFFAIRS');
  expect(refusal(refused)).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.workOrderId' });
});
