import type { Actor } from '@mtg/access';
import { dispatchStage, head, people, staff, type DispatchStage, type Row } from '../../support/dispatch';

const FACTS =
  'issuedAt acceptedAt submittedAt verifiedAt closedAt reportedAt originalDeadline extended isOpen overdue onTime';

let stage: DispatchStage;
beforeAll(async () => {
  stage = await dispatchStage('2026-03-09T02:00:00Z');
});
afterAll(() => stage.dayu.close());
beforeEach(() => stage.setTime('2026-03-09T02:00:00Z'));

const facts = async ({ id }: Row): Promise<Row> => {
  const query = `query ($id: UUID!) { dayu { workOrder(id: $id) { ${FACTS} } } }`;
  return (await stage.read(query, { id }, people.leader)).workOrder;
};

/** Gives a command at a time, with what the order is by then. */
async function give(
  order: Row,
  command: string,
  at: string,
  as: Actor = people.dispatcher,
  more = {},
): Promise<Row> {
  stage.setTime(at);
  const { version } = await stage
    .read(
      'query ($id: UUID!) { dayu { workOrder(id: $id) { version } } }',
      { id: order['id'] },
      people.leader,
    )
    .then(({ workOrder }) => workOrder);
  return stage.must(
    command,
    { workOrderId: order['id'], expectedVersion: version, ...more },
    as,
    `workOrder { id ${FACTS} }`,
  );
}

test('an order that goes its way says when, and was on time', async () => {
  const order = await stage.order({ deadline: '2026-03-20' });
  await give(order, 'acceptWorkOrder', '2026-03-10T00:00:00Z', head);
  await give(order, 'startWorkOrder', '2026-03-11T00:00:00Z', staff);
  // A minute before midnight in Beijing.
  await give(order, 'submitWorkOrder', '2026-03-20T15:59:00Z', head);
  await give(order, 'verifyWorkOrder', '2026-03-25T00:00:00Z');
  const closed = await give(order, 'closeWorkOrder', '2026-03-26T00:00:00Z');
  const expected = {
    issuedAt: '2026-03-09T02:00:00.000Z',
    acceptedAt: '2026-03-10T00:00:00.000Z',
    submittedAt: '2026-03-20T15:59:00.000Z',
    verifiedAt: '2026-03-25T00:00:00.000Z',
    closedAt: '2026-03-26T00:00:00.000Z',
    reportedAt: null,
    originalDeadline: '2026-03-20',
    extended: false,
    isOpen: false,
    overdue: false,
    onTime: true,
  };
  expect(closed).toEqual({ id: order['id'], ...expected });
  stage.setTime('2026-04-30T00:00:00Z');
  await stage.must(
    'issueFeedbackReport',
    {
      title: '反馈',
      text: '完成',
      recipients: ['DISTRICT_GOVERNMENT'],
      departmentCodes: [],
      workOrderIds: [order['id']],
    },
    people.dispatcher,
    'feedbackReport { id }',
  );
  // The report, which the history shows as CLOSED once more, is no closing.
  expect(await facts(order)).toEqual({ ...expected, reportedAt: '2026-04-30T00:00:00.000Z' });
});

test('an extension is no way to be on time', async () => {
  const order = await stage.order({ deadline: '2026-03-20' });
  await give(order, 'acceptWorkOrder', '2026-03-10T00:00:00Z', head);
  const wanted = { deadline: '2026-04-20', reason: '汛情' };
  await give(order, 'requestExtension', '2026-03-18T00:00:00Z', head, wanted);
  expect(await facts(order)).toMatchObject({ extended: false });
  await give(order, 'grantExtension', '2026-03-19T00:00:00Z', people.dispatcher, {});
  expect(await facts(order)).toMatchObject({
    originalDeadline: '2026-03-20',
    extended: true,
    overdue: false,
    onTime: null,
  });
  stage.setTime('2026-03-20T16:00:00Z');
  expect(await facts(order)).toMatchObject({ overdue: false, onTime: false });
  stage.setTime('2026-04-20T16:00:00Z');
  expect(await facts(order)).toMatchObject({ isOpen: true, overdue: true, onTime: false });
});

test('what was cancelled was neither on time nor late', async () => {
  const order = await stage.order({ deadline: '2026-03-20' });
  await give(order, 'cancelWorkOrder', '2026-03-12T00:00:00Z', people.dispatcher, { reason: '重复' });
  stage.setTime('2026-05-01T00:00:00Z');
  expect(await facts(order)).toMatchObject({ isOpen: false, overdue: false, onTime: null, closedAt: null });
});

test('the overdue orders by deadline are one query', async () => {
  const late = [];
  for (const deadline of ['2026-03-16', '2026-03-14', '2026-03-15']) {
    late.push(await stage.order({ deadline }));
  }
  stage.setTime('2026-03-16T16:30:00Z');
  const ask = async (filter: string) => {
    const { workOrders } = await stage.read(
      `{ dayu { workOrders(filter: { ${filter} }, orderBy: [{ field: DEADLINE }]) { nodes { id deadline } } } }`,
      {},
      people.leader,
    );
    return workOrders.nodes as Row[];
  };
  expect(await ask('overdue: true, deadlineTo: "2026-03-16"')).toEqual(
    late.map(({ id, deadline }) => ({ id, deadline })).toSorted((a, b) => (a.deadline < b.deadline ? -1 : 1)),
  );
  expect(await ask('overdue: true, isOpen: false')).toEqual([]);
});
