import { removeSample } from '@mtg/sample';
import { LAST_REAL_NUMBER } from '@mtg/street';
import { superviseOverdue } from '../../../packages/street/src/dispatch/supervision/supervise-overdue';
import { memberInOffice } from '../../support/appoint-past';
import { centerHead, centerStaff, communitySecretary } from '../../support/actors';
import type { Selected } from '../../support/commands';
import { taskOf } from './community-work-support';
import { COMMUNITY, NUMBERED, ORDER, people, sampleStreet, type SampleStreet } from './sample-support';
import { HEARD } from '../../support/heard-centers';

const { dispatcher, leader, clerk, auditor } = people;
const [head, staff] = [centerHead('DAYU', 'HEALTH'), centerStaff('DAYU', 'HEALTH')];
const isSample = expect.objectContaining({ sample: true });
const numberedLike = (number: RegExp) => ({ sample: true, number: expect.stringMatching(number) });

let street: SampleStreet;
beforeAll(async () => {
  street = await sampleStreet();
});
afterAll(() => street.dayu.close());

describe('a command on sample rows writes sample rows, and no real ones', () => {
  let before: unknown;
  beforeAll(async () => {
    before = await street.rowsOf(false);
  });
  // After each, so that what goes wrong is told where it does.
  afterEach(async () => expect(await street.rowsOf(false)).toEqual(before));

  test('of the course of an order, from its dispatch to the report on it', async () => {
    const { must, one, sample } = street;
    const order = await street.dispatch(sample.project, sample.keyPoint);
    const { last } = await one('SELECT max(sequence) AS last FROM work_order WHERE sample AND year = 2026');
    const ordinal = String(last - LAST_REAL_NUMBER).padStart(4, '0');
    expect(order).toMatchObject({ sample: true, number: `样例DAYU-2026-${ordinal}` });
    const workOrderId = order['id'];
    await must('acceptWorkOrder', { workOrderId }, 'workOrder', head);
    await must('startWorkOrder', { workOrderId }, 'workOrder', staff);
    const file = { title: '照片', uri: 'urn:file:1', mediaType: 'image/png', sha256: '0'.repeat(64) };
    expect(await must('attachEvidence', { workOrderId, ...file }, 'evidence', staff)).toEqual(isSample);
    const part = { ...ORDER, parentId: workOrderId, centerCode: 'CIVIL_AFFAIRS' };
    const sub = await must('dispatchSubOrder', part, 'workOrder', dispatcher, NUMBERED);
    expect(sub).toMatchObject(numberedLike(/^样例DAYU-2026-\d{4}$/u));
    await must('cancelWorkOrder', { workOrderId: sub['id'], reason: '不再需要' }, 'workOrder');
    await must('submitWorkOrder', { workOrderId }, 'workOrder', head);
    await must('verifyWorkOrder', { workOrderId }, 'workOrder');
    await must('closeWorkOrder', { workOrderId }, 'workOrder');
    const said = { title: '反馈', text: '已完成', recipients: ['DISTRICT_PARTY_COMMITTEE'] };
    const input = { ...said, workOrderIds: [workOrderId, sample.order] };
    const report = await must('issueFeedbackReport', input, 'feedbackReport', dispatcher, NUMBERED);
    expect(report).toMatchObject(numberedLike(/^样例DAYU-F-2026-\d{4}$/u));
  });

  test('of a delegation, and of what the platform supervises by itself', async () => {
    const { must, one, run, clock, dayu } = street;
    const { id } = await one(`SELECT id FROM delegation WHERE sample AND state = 'OPINION_HEARD' LIMIT 1`);
    const decided = { delegationId: id, decision: street.decision() };
    expect(await must('approveDelegation', decided, 'decision', clerk)).toEqual(isSample);
    const deployed = { deployment: '由健康中心牵头', guidance: [{ centerCode: 'HEALTH', text: '抓紧' }] };
    const { payload } = await run(
      'deployDelegation',
      { delegationId: id, ...deployed },
      'guidance { sample }',
      clerk,
    );
    expect(payload).toEqual({ guidance: [{ sample: true }] });

    const overdue = await one(`SELECT id FROM supervision WHERE sample AND state = 'OPEN' LIMIT 1`);
    const resolution = '已催办';
    await must('resolveSupervision', { supervisionId: overdue['id'], resolution }, 'supervision');
    const [opened] = await superviseOverdue({ manager: dayu.runtime.manager }, clock.now());
    expect(await one(`SELECT sample FROM supervision WHERE id = '${opened}'`)).toEqual(isSample);
  });

  test('of a special meeting of sample members, with its minutes', async () => {
    const { must, run, sample } = street;
    const meeting = await street.special(sample.matter);
    expect(meeting).toMatchObject(numberedLike(/^样例大峪专题〔2026〕第\d+号$/u));
    const meetingId = meeting['id'];
    await street.step('openMeeting', meetingId, leader);
    const unit = await street.unit();
    const records = [{ unit, attendance: 'PRESENT' }];
    const there = await run('recordAttendance', { meetingId, records }, 'attendance { sample }', leader);
    expect(there.payload).toEqual({ attendance: [{ sample: true }] });
    const told = { meetingId, content: '进展顺利' };
    expect(await must('recordMemberReport', { ...told, unit }, 'memberReport', clerk)).toEqual(isSample);
    expect(await must('recordStreetNotice', told, 'streetNotice', clerk)).toEqual(isSample);
    const others = (await street.units()).filter((other) => other !== unit);
    const absences = others.map((other) => ({ unit: other, attendance: 'ABSENT', reason: '出差' }));
    await run('recordAttendance', { meetingId, records: absences }, 'meeting { id }', leader);
    await street.step('closeMeeting', meetingId, leader);
    const { body_kind: body } = await street.one(
      `SELECT body_kind FROM body_member WHERE sample AND unit = '${unit}' AND state = 'APPOINTED'`,
    );
    const formed = { body, consulted: true, opinion: '同意', verdict: 'AGREED' };
    const opinion = { majorMatterId: sample.matter, meetingId, ...formed };
    expect(await must('recordPreliminaryOpinion', opinion, 'opinion', clerk)).toEqual(isSample);
    const items = [
      { text: '由健康中心落实', agendaNumber: 1, relation: '选址须先摸底', centerCode: 'HEALTH' },
    ];
    const minutes = await must('draftMinutes', { meetingId, title: '纪要', items }, 'minutes', clerk);
    expect(minutes).toEqual(isSample);
    const minutesId = minutes['id'];
    const revised = await run('reviseMinutes', { minutesId, items }, 'items { sample }', clerk);
    expect(revised.payload).toEqual({ items: [{ sample: true }] });
    await must('issueMinutes', { minutesId, number: '大峪纪要〔2026〕1号' }, 'minutes', clerk);
  });

  test('of a weekly meeting: assignments, what communities report, and visits', async () => {
    const { must, one } = street;
    // All those of the sample are over, so that one is put there as the generator would.
    const { id: meetingId } =
      await one(`INSERT INTO meeting (created_at, updated_at, sample, kind, state, number,
        year, sequence, title, scheduled_at, opened_at, held_on, convener_role, convener)
      SELECT created_at, updated_at, true, kind, 'OPEN', '样例大峪周例〔2026〕第900号', year, ${LAST_REAL_NUMBER + 900},
        title, scheduled_at, opened_at, held_on, convener_role, convener
      FROM meeting WHERE sample AND kind = 'WEEKLY' ORDER BY id DESC LIMIT 1 RETURNING id`);
    const matter = { title: '义诊', content: '每户一次', communityCodes: [COMMUNITY] };
    const item = { meetingId, centerCode: 'HEALTH', ...matter };
    const weeklyItem = await must('proposeWeeklyItem', item, 'weeklyItem', head);
    expect(weeklyItem).toEqual(isSample);
    await must('decideWeeklyItem', { weeklyItemId: weeklyItem['id'], outcome: 'PASSED' }, 'weeklyItem');
    for (const [command, heard] of Object.entries(HEARD)) {
      const as = command === 'recordCenterReport' ? head : dispatcher;
      await street.run(command, { meetingId, ...heard }, 'meeting { id }', as);
    }
    await street.step('closeMeeting', meetingId, dispatcher);
    const assignments = [taskOf(weeklyItem['id'], COMMUNITY)];
    const issued = { meetingId, assignments };
    const batch = await must('issueAssignmentBatch', issued, 'assignmentBatch', dispatcher, NUMBERED);
    expect(batch).toMatchObject(numberedLike(/^样例大峪布置〔2026〕第\d+号$/u));
    const assignment = await one(
      `SELECT id, sample FROM community_assignment WHERE batch_id = '${batch['id']}'`,
    );
    expect(assignment).toEqual(isSample);
    const assignmentId = assignment['id'];
    const progress = { assignmentId, text: '已开始', completed: false };
    const secretary = communitySecretary('DAYU', COMMUNITY);
    expect(await must('reportProgress', progress, 'progressReport', secretary)).toEqual(isSample);
    const whereAndWhen = { centerCode: 'HEALTH', communityCode: COMMUNITY, day: '2026-11-23' };
    const noted = { form: 'INSPECTION', record: '走访十户', sentimentLogs: [{ text: '路灯不亮' }] };
    const visit = await must(
      'recordVisit',
      { ...whereAndWhen, assignmentId, ...noted },
      'communityVisit',
      staff,
    );
    expect(visit).toEqual(isSample);
  });

  test('of an appointment, and of a key point by a sample decision', async () => {
    const { must, one, sample } = street;
    const { id } =
      await one(`SELECT id FROM body_member m WHERE sample AND state = 'REVIEWED' AND NOT EXISTS (
      SELECT FROM body_member WHERE sample AND body_code = m.body_code AND seat = m.seat AND state = 'APPOINTED')`);
    const act = { memberId: id, decision: street.decision('大峪工委〔2026〕2号') };
    expect(await must('appointMember', act, 'decision', clerk)).toEqual(isSample);
    const point = await one(`SELECT decision_id FROM key_point WHERE id = '${sample.keyPoint}'`);
    expect(await street.keyPoint(2, { decisionId: point['decision_id'] })).toEqual(isSample);
  });
});

test('numbers that people gave to sample rows are free for real ones, once', async () => {
  const { must, run, real } = street;
  await memberInOffice(street.dayu.database, 'AREA_MANAGEMENT_COMMITTEE');
  const { id: meetingId, sample, number } = await street.special(real.matter);
  expect({ sample, number }).toEqual({ sample: false, number: '大峪专题〔2026〕第1号' });
  await street.step('openMeeting', meetingId, leader);
  await street.step('closeMeeting', meetingId, leader);
  const items = [{ text: '落实', agendaNumber: 1, relation: '选址须先落实' }];
  const minutes = await must('draftMinutes', { meetingId, title: '纪要', items }, 'minutes', clerk);
  const issue = { minutesId: minutes['id'], number: '大峪纪要〔2026〕1号' };
  expect(await must('issueMinutes', issue, 'minutes', clerk)).toMatchObject({ sample: false });
  const taken = { decision: street.decision('大峪工委〔2026〕2号') };
  expect(await street.keyPoint(2, taken)).toMatchObject({ sample: false });
  const again = { year: 2026, number: 3, title: '要点', content: '内容', ...taken };
  const { errors } = await run('adoptKeyPoint', again, '__typename', clerk);
  expect(errors[0]?.extensions).toMatchObject({ field: 'input.decision.number' });
});

test('all of it is removed; real rows stay, their numbers run on, and the audit reads as before', async () => {
  const { dayu, context, real, sample } = street;
  const before = await street.rowsOf(false);
  const entries = async () => {
    const query = '{ dayu { auditEntries(last: 90) { nodes { sequence command outcome targets } } } }';
    const { data, errors } = await dayu.ask(query, {}, { as: auditor });
    expect(errors).toBeUndefined();
    return (data as Selected)['dayu'].auditEntries.nodes as Selected[];
  };
  const audit = await entries();
  expect(await removeSample(context)).toBeGreaterThan(5000);
  const left = Object.values(await street.rowsOf(true));
  expect(left).toEqual(left.map(() => ({ count: 0, md5: null })));
  expect(await street.rowsOf(false)).toEqual(before);

  const removal = expect.objectContaining({ command: 'removeSample', outcome: 'ALLOWED' });
  expect(await entries()).toEqual([...audit, removal].slice(-90));
  const gone = await dayu.ask(
    'query ($id: UUID!) { dayu { workOrder(id: $id) { id } trace(id: $id) { upward { id } downward { id } hidden } } }',
    { id: sample.order },
    { as: dispatcher },
  );
  expect(gone.data).toEqual({ dayu: { workOrder: null, trace: null } });

  const numberOf = async (row: Promise<Selected>): Promise<string> => (await row)['number'];
  expect(await numberOf(street.charter())).toBe('DAYU-P-2026-0002');
  expect(await numberOf(street.dispatch(real.project, real.keyPoint))).toBe('DAYU-2026-0002');
  expect(await numberOf(street.weekly())).toBe('大峪周例〔2026〕第2号');
  expect(await numberOf(street.special(real.matter))).toBe('大峪专题〔2026〕第2号');
});
