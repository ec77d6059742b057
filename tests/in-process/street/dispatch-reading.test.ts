import type { Actor } from '@mtg/access';
import { communitySecretary, officer, peopleOf } from '../../support/actors';
import {
  COMMUNITIES,
  dispatchStage,
  people,
  staff,
  type DispatchStage,
  type Row,
} from '../../support/dispatch';

let stage: DispatchStage;
let ofJustice: Row;
let ofStreet: Row;
beforeAll(async () => {
  stage = await dispatchStage();
  const delegationId = await stage.delegation('DEPLOYED', 'JUSTICE');
  ofJustice = await stage.orderIn('CLOSED', { delegationId });
  ofStreet = await stage.orderIn('CLOSED');
  const report = (recipients: string[], departmentCodes: string[], ids: string[]) =>
    stage.must(
      'issueFeedbackReport',
      { title: '反馈', text: '完成', recipients, departmentCodes, workOrderIds: ids },
      people.dispatcher,
      'feedbackReport { id }',
    );
  await report(['DEPARTMENT'], ['JUSTICE'], [ofJustice['id'], ofStreet['id']]);
  const late = await stage.order({ delegationId: await stage.delegation('DEPLOYED', 'CIVIL_AFFAIRS') });
  await report(['DISTRICT_GOVERNMENT'], [], [(await stage.orderIn('CLOSED'))['id']]);
  for (const order of [ofJustice, late]) {
    const at = stage.clock.now();
    const common = { work_order_id: order['id'], state: 'RESOLVED', missed_deadline: '2026-03-20' };
    await stage.add('supervision', { ...common, resolved_at: at, resolved_by: 'dispatcher' });
  }
});
afterAll(() => stage.dayu.close());

const LISTS = `{ dayu { workOrders { totalCount } projects { totalCount } supervisions { totalCount }
  feedbackReports { totalCount } } }`;

test.each<[string, Actor, number[]]>([
  ['a leader', people.leader, [4, 4, 2, 2]],
  ['a center’s staff', staff, [4, 4, 2, 2]],
  ['the district’s office', people.office, [4, 4, 2, 2]],
  ['an auditor', people.auditor, [4, 4, 2, 2]],
  ['the department that delegates', officer('JUSTICE'), [1, 1, 1, 1]],
  ['another department', officer('EDUCATION'), [0, 0, 0, 0]],
])('%s reads as much as the table of groups says', async (_, as, counts) => {
  const { data, errors } = await stage.dayu.ask(LISTS, {}, { as });
  expect(errors).toBeUndefined();
  const [workOrders, projects, supervisions, feedbackReports] = counts.map((totalCount) => ({ totalCount }));
  expect(data).toEqual({ dayu: { workOrders, projects, supervisions, feedbackReports } });
});

test.each<[string, Actor | undefined, string]>([
  ['a community', communitySecretary('DAYU', COMMUNITIES[0] ?? ''), 'FORBIDDEN'],
  ['another street', peopleOf('CHENGZI').leader, 'FORBIDDEN'],
  ['an anonymous request', undefined, 'UNAUTHENTICATED'],
])('%s reads nothing of it', async (_, as, code) => {
  const { data, errors } = await stage.dayu.ask(LISTS, {}, { as });
  expect(data).toEqual({
    dayu: { workOrders: null, projects: null, supervisions: null, feedbackReports: null },
  });
  expect(errors?.map(({ extensions }) => extensions['code'])).toEqual([code, code, code, code]);
});

test('a department sees of a report that goes to it its own orders, and of those what belongs to them', async () => {
  const { feedbackReports } = await stage.read(
    `{ dayu { feedbackReports { nodes { workOrders { number history { command } evidence { id } project { workOrders { number } } } } } } }`,
    {},
    officer('JUSTICE'),
  );
  const number = ofJustice['number'];
  const [report] = feedbackReports.nodes;
  expect(report.workOrders).toMatchObject([{ number, evidence: [], project: { workOrders: [{ number }] } }]);
  expect(report.workOrders[0].history).toHaveLength(7);
  const other = await stage.dayu.ask(
    'query ($id: UUID!) { dayu { workOrder(id: $id) { number } } }',
    { id: ofStreet['id'] },
    { as: officer('JUSTICE') },
  );
  expect(other.data).toEqual({ dayu: { workOrder: null } });
});
