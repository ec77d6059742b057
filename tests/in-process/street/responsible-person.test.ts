import type { Actor } from '@mtg/access';
import { dispatchStage, head, people, type DispatchStage, type Row } from '../../support/dispatch';

const { clerk, dispatcher, leader } = people;
const SINCE = '2026-03-01';
const ORDER = `workOrder { id version centerCode responsiblePerson registeredPerson { id } }`;
let stage: DispatchStage;
beforeAll(async () => {
  stage = await dispatchStage();
});
afterAll(() => stage.dayu.close());

const register = async (name: string, centerCode?: string): Promise<{ id: string; subject: string }> => {
  const subject = `subject-${name}-${centerCode}`;
  const { person } = await stage.must(
    'registerPerson',
    { name, subject, since: SINCE },
    clerk,
    'person { id }',
  );
  if (centerCode !== undefined) {
    const post = { personId: person.id, kind: 'STAFF', centerCode, since: SINCE };
    await stage.must('appointToPost', post, clerk, 'postHolding { id }');
  }
  return { id: String(person.id), subject };
};
const rows = () =>
  stage.dayu.store.query('SELECT id, version, responsible_person_id FROM work_order ORDER BY id');
/** An order with this responsible person and no name, as the input has them. */
const dispatch = async (more: object, as?: Actor) => {
  const draft = await stage.draft();
  return stage.run('dispatchWorkOrder', { ...draft, responsiblePerson: undefined, ...more }, as, ORDER);
};
async function refused(answer: () => ReturnType<typeof dispatch>, expected: object): Promise<void> {
  const before = await rows();
  const { payload, errors } = await answer();
  expect([payload, errors[0]?.extensions]).toMatchObject([null, expected]);
  expect(await rows()).toEqual(before);
}

test('an order names a person of the register, who is listed with it', async () => {
  const wang = await register('王敏', 'HEALTH');
  const { payload } = await dispatch({ responsiblePersonId: wang.id });
  const id = payload?.['workOrder'].id;
  expect(payload?.['workOrder']).toMatchObject({
    responsiblePerson: '王敏',
    registeredPerson: { id: wang.id },
  });
  const read = await stage.read(
    `query ($id: UUID!) { dayu { person(id: $id) { responsibleFor { id } }
      workOrders(filter: { responsiblePersonId: $id }) { nodes { id } } } }`,
    { id: wang.id },
    leader,
  );
  expect(read).toEqual({ person: { responsibleFor: [{ id }] }, workOrders: { nodes: [{ id }] } });
});

test('the person holds a post in the center on that day, and is called by the name in the register', async () => {
  const elsewhere = await register('赵一', 'CIVIL_AFFAIRS');
  const without = await register('钱二');
  const here = await register('孙三', 'HEALTH');
  const r11 = (field: string) => ({ code: 'RULE_VIOLATION', rule: 'R11', missing: [field] });
  await refused(() => dispatch({ responsiblePersonId: elsewhere.id }), r11('responsiblePersonId'));
  await refused(() => dispatch({ responsiblePersonId: without.id }), r11('responsiblePersonId'));
  await refused(
    () => dispatch({ responsiblePersonId: here.id, responsiblePerson: '李四' }),
    r11('responsiblePerson'),
  );
  await refused(() => dispatch({ responsiblePersonId: '0198c0de-0000-7000-8000-000000000000' }), {
    code: 'NOT_FOUND',
    field: 'input.responsiblePersonId',
  });
  // A post that has ended, and one that was cancelled, are none.
  const [holding] = await stage.dayu.store.query(
    `SELECT id, version FROM post_holding WHERE person_id = '${here.id}'`,
  );
  stage.setTime('2026-03-11T02:00:00Z');
  await stage.must(
    'endPost',
    { postHoldingId: holding?.['id'], expectedVersion: 1, until: '2026-03-10' },
    clerk,
    'postHolding { id }',
  );
  await refused(() => dispatch({ responsiblePersonId: here.id }), r11('responsiblePersonId'));
});

test('the person is corrected together with the name, on record, and so is the person after a reassignment', async () => {
  const [first, second] = [await register('周四', 'HEALTH'), await register('吴五', 'HEALTH')];
  const { payload } = await dispatch({ responsiblePersonId: first.id });
  const order: Row = payload?.['workOrder'];
  const correct = (more: object) =>
    stage.run(
      'correctWorkOrder',
      { workOrderId: order['id'], expectedVersion: order['version'], reason: '登记有误', ...more },
      dispatcher,
      `${ORDER} corrections { field oldValue newValue }`,
    );
  const r11 = (field: string) => ({ code: 'RULE_VIOLATION', rule: 'R11', missing: [field] });
  await refused(() => correct({ responsiblePerson: '吴五' }), r11('responsiblePerson'));
  await refused(() => correct({ responsiblePersonId: second.id }), r11('responsiblePerson'));
  const done = await correct({ responsiblePerson: '吴五', responsiblePersonId: second.id });
  expect(done.payload).toMatchObject({
    workOrder: { responsiblePerson: '吴五', registeredPerson: { id: second.id } },
    corrections: expect.arrayContaining([
      { field: 'responsiblePersonId', oldValue: first.id, newValue: second.id },
    ]),
  });
  const returned = { workOrderId: order['id'], expectedVersion: 2, reason: '不属本中心' };
  await stage.must('requestReturn', returned, head, ORDER);
  const third = await register('郑六', 'CIVIL_AFFAIRS');
  const to = {
    workOrderId: order['id'],
    expectedVersion: 3,
    reason: '属民政职责',
    centerCode: 'CIVIL_AFFAIRS',
  };
  const reassign = (responsiblePersonId: string) =>
    stage.run('reassignWorkOrder', { ...to, responsiblePersonId }, dispatcher, ORDER);
  await refused(() => reassign(second.id), r11('responsiblePersonId'));
  expect((await reassign(third.id)).payload?.['workOrder']).toMatchObject({
    centerCode: 'CIVIL_AFFAIRS',
    responsiblePerson: '郑六',
    registeredPerson: { id: third.id },
  });
});

test('a handover moves it, and leaves the orders of a namesake', async () => {
  const [from, to] = [await register('冯七', 'HEALTH'), await register('陈八', 'HEALTH')];
  const namesake = await register('冯七', 'PUBLIC_SECURITY');
  await stage.must(
    'appointToPost',
    { personId: namesake.id, kind: 'STAFF', centerCode: 'HEALTH', since: SINCE },
    clerk,
    'postHolding { id }',
  );
  const own = await dispatch({ responsiblePersonId: from.id });
  const other = await dispatch({ responsiblePersonId: namesake.id });
  const { payload, errors } = await stage.run(
    'handOver',
    { centerCode: 'HEALTH', fromPersonId: from.id, toPersonId: to.id },
    dispatcher,
    'items { workOrder { id responsiblePerson registeredPerson { id } } }',
  );
  expect(errors).toEqual([]);
  expect(payload?.['items']).toEqual([
    {
      workOrder: {
        id: own.payload?.['workOrder'].id,
        responsiblePerson: '陈八',
        registeredPerson: { id: to.id },
      },
    },
  ]);
  const [left] = await stage.dayu.store.query(
    `SELECT responsible_person_id FROM work_order WHERE id = '${String(other.payload?.['workOrder'].id)}'`,
  );
  expect(left?.['responsible_person_id']).toBe(namesake.id);
});

test('toDo tells the person what they are responsible for, and the head all of the center', async () => {
  const person = await register('褚九', 'HEALTH');
  const { payload } = await dispatch({ responsiblePersonId: person.id });
  const id = payload?.['workOrder'].id;
  const version = payload?.['workOrder'].version;
  await stage.must('acceptWorkOrder', { workOrderId: id, expectedVersion: version }, head, ORDER);
  const toDo = async (as: Actor, args: string): Promise<readonly string[]> =>
    (await stage.read(`{ dayu { toDo${args} { items { id } } } }`, {}, as))['toDo'].items.map(
      (item: Row) => item['id'],
    );
  const self: Actor = { subject: person.subject, role: 'CENTER_STAFF', street: 'DAYU', center: 'HEALTH' };
  expect(await toDo(self, '(mine: true)')).toEqual([id]);
  expect(await toDo({ ...self, subject: 'colleague' }, '(mine: true)')).toEqual([]);
  expect(await toDo(head, '(mine: true)')).toEqual([]);
  expect((await toDo(head, '')).length).toBeGreaterThan(1);
});
