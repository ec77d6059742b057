import { dispatchStage, head, people, type DispatchStage } from '../../support/dispatch';
import { centerHead } from '../../support/actors';
import { give } from '../../support/commands';

const { clerk, dispatcher, leader } = people;
const SINCE = '2026-03-01';
const COMMUNITY = '110109001001';
let stage: DispatchStage;
beforeAll(async () => {
  stage = await dispatchStage();
});
afterAll(() => stage.dayu.close());

let last = 0;
const employ = async (name: string, centerCode = 'HEALTH') => {
  const subject = `subject-${(last += 1)}`;
  const { person } = await stage.must(
    'registerPerson',
    { name, subject, since: SINCE },
    clerk,
    'person { id }',
  );
  const post = { personId: person.id, kind: 'STAFF', centerCode, since: SINCE };
  await stage.must('appointToPost', post, clerk, 'postHolding { id }');
  return { id: person.id as string, subject };
};
const orderOf = async (responsiblePerson: string): Promise<string> =>
  String((await stage.order({ responsiblePerson }))['id']);
const today = () => stage.clock.now().toISOString().slice(0, 10);
const dayAfter = (days: number): string =>
  new Date(stage.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);
const plan = async (day: string, ...subjects: readonly string[]): Promise<string> => {
  const visit = { centerCode: 'HEALTH', communityCodes: [COMMUNITY], route: '东边', actions: '走访' };
  return (await stage.must('planVisit', { ...visit, day, people: subjects }, head, 'visitPlan { id }'))[
    'visitPlan'
  ].id;
};
const ITEMS = `handOver { id from { name } to { name } handedOverOn }
  items { workOrder { id responsiblePerson } visitPlan { id } newVisitPlan { id day people } }`;
const handOver = (from: { id: string }, to: { id: string }, more: object = {}, as: object = dispatcher) =>
  give(
    stage.dayu,
    'dayu',
    'handOver',
    { centerCode: 'HEALTH', fromPersonId: from.id, toPersonId: to.id, ...more },
    ITEMS,
    { as: as as never },
  );
const rows = () =>
  stage.dayu.store.query(
    `SELECT (SELECT count(*) FROM hand_over) AS overs, (SELECT count(*) FROM handed_over_item) AS items,
       (SELECT count(*) FROM visit_plan) AS plans, (SELECT sum(version) FROM work_order) AS orders`,
  );
async function refused(answer: () => ReturnType<typeof handOver>, expected: object): Promise<void> {
  const before = await rows();
  const { payload, errors } = await answer();
  expect([payload, errors[0]?.extensions]).toMatchObject([null, expected]);
  expect(await rows()).toEqual(before);
}

test('open orders and plans of days to come go over; what was, stays to be read', async () => {
  const [wang, li] = [await employ('王敏'), await employ('李强')];
  const [open, others] = [await orderOf('王敏'), await orderOf('赵一')];
  const [now, coming] = [
    await plan(today(), wang.subject),
    await plan(dayAfter(2), wang.subject, 'colleague'),
  ];
  const { payload, errors } = await handOver(wang, li);
  expect(errors).toEqual([]);
  const newPlan = payload?.['items'][1]?.newVisitPlan;
  expect(payload).toEqual({
    handOver: {
      id: payload?.['handOver'].id,
      from: { name: '王敏' },
      to: { name: '李强' },
      handedOverOn: today(),
    },
    items: [
      { workOrder: { id: open, responsiblePerson: '李强' }, visitPlan: null, newVisitPlan: null },
      {
        workOrder: null,
        visitPlan: { id: coming },
        newVisitPlan: { id: newPlan.id, day: dayAfter(2), people: [li.subject, 'colleague'] },
      },
    ],
  });
  const read = await stage.dayu.ask(
    `{ dayu {
      open: workOrder(id: "${open}") { handOvers { handOver { from { name } } } }
      others: workOrder(id: "${others}") { responsiblePerson handOvers { id } }
      now: visitPlan(id: "${now}") { handOvers { id } }
      coming: visitPlan(id: "${coming}") { people handOvers { newVisitPlan { id } } }
    } }`,
    {},
    { as: leader },
  );
  expect(read.data).toEqual({
    dayu: {
      open: { handOvers: [{ handOver: { from: { name: '王敏' } } }] },
      others: { responsiblePerson: '赵一', handOvers: [] },
      now: { handOvers: [] },
      coming: { people: [wang.subject, 'colleague'], handOvers: [{ newVisitPlan: { id: newPlan.id } }] },
    },
  });
  // Nothing is left to go over, and the visit is made by the plan that now applies.
  expect((await handOver(wang, li)).payload?.['items']).toEqual([]);
  stage.setTime(`${dayAfter(2)}T04:00:00Z`);
  const visit = (planId: string) =>
    give(
      stage.dayu,
      'dayu',
      'recordVisit',
      {
        centerCode: 'HEALTH',
        communityCode: COMMUNITY,
        day: today(),
        form: 'CALL',
        planId,
        record: '已走访',
        sentimentLogs: [{ text: '路灯不亮' }],
      },
      'communityVisit { id }',
      { as: { ...head, subject: 'colleague' } },
    );
  expect((await visit(coming)).errors[0]?.extensions).toMatchObject({
    code: 'CONFLICT',
    field: 'input.planId',
  });
  expect((await visit(newPlan.id)).errors).toEqual([]);
});

test('what does not fit is refused, and nothing goes over', async () => {
  const [wang, li, other] = [
    await employ('周四'),
    await employ('吴五'),
    await employ('郑六', 'CIVIL_AFFAIRS'),
  ];
  const order = await orderOf('周四');
  await refused(() => handOver(wang, other), { code: 'BAD_USER_INPUT', field: 'input.toPersonId' });
  await refused(() => handOver(wang, wang), { code: 'BAD_USER_INPUT', field: 'input.toPersonId' });
  await refused(() => handOver(other, li), { code: 'BAD_USER_INPUT', field: 'input.fromPersonId' });
  const named = { workOrderIds: [await orderOf('吴五')] };
  await refused(() => handOver(wang, li, named), { code: 'BAD_USER_INPUT', field: 'input.workOrderIds.0' });
  await refused(() => handOver(wang, li, {}, centerHead('DAYU', 'CIVIL_AFFAIRS')), { code: 'FORBIDDEN' });
  await refused(() => handOver(wang, li, {}, clerk), { code: 'FORBIDDEN' });
  await employ('周四');
  await refused(() => handOver(wang, li), { code: 'BAD_USER_INPUT', field: 'input.workOrderIds' });
  const chosen = await handOver(wang, li, { workOrderIds: [order, order] }, head);
  expect(chosen.payload?.['items']).toHaveLength(1);
  await refused(() => handOver(li, wang, { workOrderIds: [order], toPersonId: li.id }), {
    code: 'BAD_USER_INPUT',
  });
});
