import { randomUUID } from 'node:crypto';
import type { Actor } from '@mtg/access';
import { COMMUNITIES, dispatchStage, head, people, type DispatchStage } from '../../support/dispatch';
import { centerHead, officer } from '../../support/actors';
import { HERE } from '../../support/everybody';
import { member } from '../../support/target-fixtures/deliberation';
import { linkToDepartment } from '../../support/target-fixtures/evaluation';
import { memberInOffice } from '../../support/appoint-past';
import { requireKnownNames } from '../../support/missing-names';
import { DELUYUAN, taskOf, weeklyMeetingsOf } from './community-work-support';

let stage: DispatchStage;
let weekly: ReturnType<typeof weeklyMeetingsOf>;
let minutesItemId: string;
beforeAll(async () => {
  stage = await dispatchStage();
  await memberInOffice(stage.dayu.database, 'AREA_MANAGEMENT_COMMITTEE');
  // Before all other meetings, since its meeting takes a number of its own.
  minutesItemId = await stage.minutesItem('JOINT', 'DRAFT');
  weekly = weeklyMeetingsOf(stage.dayu, 'dayu', 'DAYU');
});
afterAll(() => stage.dayu.close());

const { leader, clerk, dispatcher, finance, party } = people;
const justice = officer('JUSTICE');
const decided = (decidedAt = '2026-03-09T01:00:00Z') => ({
  number: `大峪工委〔${decidedAt}〕`,
  decidedAt,
  summary: '同意',
});
const ORDER = { title: '坡道施工', content: '协调两处' };
const REQUEST = { departmentCode: 'JUSTICE', title: '走访', content: '每月一次' };
const LETTER = { documentNumber: '一号', documentTitle: '函', documentDate: '2026-03-02', legalBasis: '法' };
const CHARTER = { title: '无障碍改造', departmentCodes: [], communityCodes: [] };
const CENTER = { centerCode: 'HEALTH' };
const MEMBER = {
  bodyCode: 'AREA_MANAGEMENT_COMMITTEE',
  personName: '赵一',
  position: 'MEMBER',
  category: 'RESIDENT_UNIT',
  unit: '大峪派出所',
};

const matter = async (): Promise<string> => {
  const input = { title: '棚户区改造', content: '南片' };
  return (await stage.must('registerMajorMatter', input, leader, 'majorMatter { id }'))['majorMatter'].id;
};
const joint = async (): Promise<string> => {
  const input = { kind: 'JOINT', title: '联席会', scheduledAt: '2026-03-09T01:00:00Z' };
  const meetingId = (await stage.must('convokeMeeting', input, clerk, 'meeting { id }'))['meeting'].id;
  await stage.must('openMeeting', { meetingId }, clerk, 'meeting { id }');
  return meetingId;
};
const openWeekly = async (): Promise<string> => {
  const meetingId = await weekly.convoke();
  await weekly.open(meetingId);
  return meetingId;
};
const openMonthly = async (): Promise<string> => {
  const input = { kind: 'MONTHLY_PROGRESS', title: '推进会', scheduledAt: '2026-03-09T01:00:00Z' };
  const meetingId = (await stage.must('convokeMeeting', input, dispatcher, 'meeting { id }'))['meeting'].id;
  await stage.must('openMeeting', { meetingId }, dispatcher, 'meeting { id }');
  return meetingId;
};
const reported = async (): Promise<string> => {
  const parts = { progress: '过半', difficulties: [{ content: '人手不足' }], nextMonth: '对接' };
  const report = { ...CENTER, meetingId: await openMonthly(), ...parts };
  const { difficulties } = await stage.must('recordCenterReport', report, head, 'difficulties { id }');
  return difficulties[0].id;
};
const linked = async (): Promise<string> => {
  const link = { ...CENTER, departmentCode: 'JUSTICE', matters: '普法', since: '2026-03-09' };
  return (await stage.must('linkDepartment', link, head, 'departmentLink { id }'))['departmentLink'].id;
};
/** A person of one unit is in a body once. */
let units = 0;
const nominee = async (state?: string): Promise<string> => {
  const unit = `大峪派出所${(units += 1)}`;
  const { member } = await stage.must('nominateMember', { ...MEMBER, unit }, leader, 'member { id }');
  const review = { memberId: member.id, outcome: state };
  if (state !== undefined)
    await stage.must('reviewNomination', review, officer('ORGANIZATION_DEPARTMENT'), 'member { id }');
  return member.id;
};
const batch = async (more: object) => {
  const { meetingId, weeklyItemId } = await weekly.passed(DELUYUAN);
  // Tasks are assigned after the meeting, and not in the same instant.
  stage.setTime(new Date(stage.clock.now().getTime() + 1000).toISOString());
  return { meetingId, assignments: [{ ...taskOf(weeklyItemId, DELUYUAN), ...more }] };
};
const secondBatch = async () => {
  const first = await batch({});
  await stage.must('issueAssignmentBatch', first, dispatcher, 'assignmentBatch { id }');
  return first;
};

/** A problem of a community, which a body has taken up where one is named. */
const issue = async (bodyCode?: string): Promise<string> => {
  const input = { ...CENTER, communityCode: DELUYUAN, kind: 'PARKING', title: '停车难' };
  const raised = await stage.must('raiseSupportIssue', input, head, 'supportIssue { id }');
  const supportIssueId: string = raised['supportIssue'].id;
  if (bodyCode !== undefined) {
    await stage.must('takeUpSupportIssue', { supportIssueId, bodyCode }, clerk, 'supportIssue { id }');
  }
  return supportIssueId;
};

/** A drafted suggestion on a member in office. */
const suggestion = async (): Promise<string> => {
  const memberId = await member(stage, 'ENLARGED_WORKING_COMMITTEE', HERE, 'APPOINTED');
  await linkToDepartment(stage, memberId, 'JUSTICE');
  const { id } = await stage.orderIn('ISSUED');
  const input = { memberId, text: '建议', evidence: [{ workOrderId: id }] };
  return (await stage.must('draftPersonnelSuggestion', input, clerk, 'suggestion { id }'))['suggestion'].id;
};

/** An action of a team that cites no mandate. */
const action = async () => {
  const member = { personName: '李警官', unit: '大峪派出所', departmentCode: 'PUBLIC_SECURITY' };
  const members = [{ ...member, sinceOn: '2026-03-02' }];
  const formed = await stage.must(
    'formEnforcementTeam',
    { name: '联合执法队', members },
    leader,
    'team { id } members { id }',
  );
  const said = { place: '市场街', found: '隐患', outcome: '整改', objects: [] };
  const team = { teamId: formed['team'].id, memberIds: [formed['members'][0].id] };
  const what = { form: 'JOINT_PATROL', kind: 'SAFETY_HAZARD', day: '2026-03-09', communityCode: DELUYUAN };
  return { ...said, ...team, ...what };
};
const PAYMENT = { purpose: '维修', voucher: ' ' };
const receipt = async (outcome: string) => ({
  fundReceiptId: await stage.add('fund_receipt', {
    transfer_id: randomUUID(),
    outcome,
    year: 2026,
    kind: '专项资金',
    line_name: '社区建设',
    voucher: '拨字1号',
    amount: '100.00',
    reason: '记错',
    answered_by: 'finance',
  }),
});

type Input = object | (() => Promise<object>);
type Case = readonly [rule: string, command: string, input: Input, as: Actor, missing: readonly string[]];

const CASES: readonly Case[] = [
  [
    'R01',
    'decideMajorMatter',
    async () => ({ majorMatterId: await matter(), decision: decided(), outcome: 'APPROVED' }),
    clerk,
    ['opinions'],
  ],
  ['R03', 'closeMeeting', async () => ({ meetingId: await joint() }), clerk, ['reports', 'notices']],
  [
    'R05',
    'convokeMeeting',
    { kind: 'SPECIAL', title: '专题', scheduledAt: '2026-03-09T01:00:00Z' },
    clerk,
    ['trigger'],
  ],
  ...(
    [
      [{}, 'kind'],
      [{ kind: 'MEMBER_REQUEST' }, 'requestedBy'],
      [{ kind: 'MAJOR_MATTER' }, 'majorMatterId'],
      [{ kind: 'URGENT_MATTER' }, 'urgency'],
    ] as const
  ).map(([trigger, field]): Case => {
    const input = { kind: 'SPECIAL', title: '专题', scheduledAt: '2026-03-09T01:00:00Z', trigger };
    return ['R05', 'convokeMeeting', input, clerk, [`trigger.${field}`]];
  }),
  ['R06', 'dispatchWorkOrder', () => stage.draft({ minutesItemId }), dispatcher, ['minutesItemId']],
  ['R07', 'submitDelegation', { ...REQUEST, ...LETTER, kind: 'DIRECT_TASK' }, justice, ['approvalId']],
  [
    'R08',
    'submitDelegation',
    { ...REQUEST, kind: 'DELEGATED_MATTER' },
    justice,
    ['documentNumber', 'documentTitle', 'documentDate', 'legalBasis'],
  ],
  [
    'R08',
    'submitDelegation',
    { ...REQUEST, ...LETTER, kind: 'DELEGATED_MATTER', documentDate: '2026-03-10' },
    justice,
    ['documentDate'],
  ],
  [
    'R08',
    'approveDelegation',
    async () => ({
      delegationId: await stage.delegation('OPINION_HEARD'),
      decision: decided('2026-03-01T01:00:00Z'),
    }),
    clerk,
    ['decision.decidedAt'],
  ],
  [
    'R09',
    'approveDelegation',
    async () => ({ delegationId: await stage.delegation('OPINION_HEARD'), decision: decided() }),
    leader,
    ['role'],
  ],
  ['R09', 'dispatchWorkOrder', () => stage.draft(), head, ['role']],
  [
    'R10',
    'recordStreetOpinion',
    async () => ({ delegationId: await stage.delegation('APPROVED'), opinion: '同意' }),
    leader,
    ['state'],
  ],
  [
    'R10',
    'deployDelegation',
    async () => ({ delegationId: await stage.delegation('APPROVED'), guidance: [] }),
    clerk,
    ['deployment', 'guidance'],
  ],
  [
    'R10',
    'dispatchWorkOrder',
    async () => stage.draft({ delegationId: await stage.delegation('APPROVED') }),
    dispatcher,
    ['delegationId'],
  ],
  [
    'R11',
    'dispatchWorkOrder',
    ORDER,
    dispatcher,
    [
      'keyPointId',
      'delegationId',
      'minutesItemId',
      'projectId',
      'centerCode',
      'responsiblePerson',
      'deadline',
    ],
  ],
  [
    'R11',
    'dispatchSubOrder',
    async () => ({ ...ORDER, parentId: (await stage.order())['id'] }),
    dispatcher,
    ['centerCode', 'responsiblePerson', 'deadline'],
  ],
  ['R11', 'dispatchWorkOrder', () => stage.draft(), clerk, ['role']],
  ['R11', 'adoptKeyPoint', { ...ORDER, year: 2026, number: 900 }, clerk, ['decision', 'decisionId']],
  [
    'R13',
    'issueFeedbackReport',
    { title: '办理情况', text: '已办结', recipients: [], workOrderIds: [] },
    dispatcher,
    ['recipients', 'workOrderIds'],
  ],
  [
    'R13',
    'issueFeedbackReport',
    { title: '办理情况', text: '已办结', recipients: [], workOrderIds: [] },
    head,
    ['role'],
  ],
  ['R17', 'draftPlan', { ...CENTER, period: '2026-04', items: [] }, head, ['items']],
  [
    'R17',
    'draftPlan',
    { ...CENTER, period: '2026-04', items: [{ kind: 'KEY_POINT' }, { kind: 'INNOVATION', content: '一处' }] },
    head,
    ['items.0.content'],
  ],
  [
    'R15',
    'draftPersonnelSuggestion',
    async () => ({ memberId: await nominee(), text: '建议', evidence: [] }),
    clerk,
    ['memberId', 'evidence'],
  ],
  [
    'R15',
    'signPersonnelSuggestion',
    async () => ({ suggestionId: await suggestion() }),
    leader,
    ['signatory'],
  ],
  [
    'R16',
    'issueDeputyReport',
    { year: 2026, title: '报告', recipients: [] },
    clerk,
    ['content', 'recipients'],
  ],
  [
    'R18',
    'recordConsultation',
    async () => ({ departmentLinkId: await linked(), participants: [], conclusions: [] }),
    head,
    ['consultedOn', 'participants', 'matters'],
  ],
  [
    'R18',
    'agreeJointAction',
    { title: '联动', centerCodes: [], departmentCodes: [], calls: [] },
    dispatcher,
    ['agreedOn', 'procedure', 'centerCodes', 'departmentCodes', 'calls'],
  ],
  [
    'R18',
    'agreeJointAction',
    {
      title: '联动',
      procedure: '先报后到',
      centerCodes: ['HEALTH'],
      departmentCodes: ['JUSTICE'],
      agreedOn: '2026-03-09',
      calls: [{ callerCenter: 'HEALTH', calleeDepartment: 'CIVIL_AFFAIRS' }],
    },
    dispatcher,
    ['calls.0.calleeCenter', 'calls.0.content'],
  ],
  ['R19', 'charterProject', CHARTER, dispatcher, ['goals', 'departmentCodes', 'communityCodes', 'deadline']],
  [
    'R20',
    'recordCenterReport',
    async () => ({ ...CENTER, meetingId: await openMonthly() }),
    head,
    ['progress', 'difficulties', 'nextMonth'],
  ],
  [
    'R20',
    'recordCenterReport',
    async () => ({
      ...CENTER,
      meetingId: await openMonthly(),
      progress: '过半',
      difficulties: [{ content: '人手不足' }, { responsiblePerson: '王敏' }],
      nextMonth: '对接',
    }),
    head,
    ['difficulties.1.content'],
  ],
  [
    'R20',
    'solveDifficulty',
    async () => ({ difficultyId: await reported() }),
    head,
    ['solution', 'solvedOn'],
  ],
  [
    'R21',
    'convokeMeeting',
    { kind: 'WEEKLY', title: '例会', scheduledAt: '2026-03-09T01:00:00Z' },
    leader,
    ['role'],
  ],
  [
    'R21',
    'recordCenterReport',
    async () => ({ ...CENTER, meetingId: await openWeekly() }),
    head,
    ['thisWeek', 'nextWeek', 'communityMatters'],
  ],
  [
    'R22',
    'issueAssignmentBatch',
    () => batch({ weeklyItemId: null }),
    dispatcher,
    ['assignments.0.weeklyItemId'],
  ],
  [
    'R22',
    'issueAssignmentBatch',
    () => batch({ communityCode: COMMUNITIES[1] }),
    dispatcher,
    ['assignments.0.communityCode'],
  ],
  [
    'R22',
    'decideWeeklyItem',
    async () => ({
      weeklyItemId: await weekly.propose(await weekly.convoke(), [DELUYUAN]),
      outcome: 'PASSED',
    }),
    dispatcher,
    ['weeklyItemId'],
  ],
  [
    'R23',
    'issueAssignmentBatch',
    async () => ({ ...(await batch({})), assignments: [] }),
    dispatcher,
    ['assignments'],
  ],
  ['R23', 'issueAssignmentBatch', secondBatch, dispatcher, ['meetingId']],
  [
    'R24',
    'planVisit',
    { ...CENTER, people: [], communityCodes: [DELUYUAN] },
    head,
    ['day', 'people', 'route', 'actions'],
  ],
  [
    'R24',
    'recordVisit',
    { ...CENTER, communityCode: DELUYUAN, day: '2026-03-09', sentimentLogs: [] },
    head,
    ['form', 'record', 'sentimentLogs'],
  ],
  ['R25', 'issueAssignmentBatch', () => batch({ training: ' ' }), dispatcher, ['assignments.0.training']],
  [
    'R26',
    'conveyDocument',
    { ...CENTER, kind: 'DOCUMENT' },
    head,
    ['issuer', 'conveyedOn', 'title', 'priorities', 'communityCode'],
  ],
  ['R26', 'recordHighlight', CENTER, head, ['title', 'content', 'communityCode']],
  [
    'R27',
    'recordLedgerEntry',
    { ...CENTER, communityCode: DELUYUAN, kind: 'NEED' },
    head,
    ['text', 'source', 'verifiedOn'],
  ],
  ['R28', 'raiseSupportIssue', { ...CENTER, communityCode: DELUYUAN }, head, ['kind', 'title']],
  [
    'R28',
    'takeUpSupportIssue',
    async () => ({ supportIssueId: await issue() }),
    clerk,
    ['bodyCode', 'meetingId'],
  ],
  [
    'R28',
    'solveSupportIssue',
    async () => ({ supportIssueId: await issue('AREA_MANAGEMENT_COMMITTEE') }),
    head,
    ['solution', 'solvedOn'],
  ],
  [
    'R31',
    'recordExpenditure',
    async () => ({ ...(await receipt('DECLINED')), ...PAYMENT, paidOn: '2026-03-10', amount: '0.00' }),
    finance,
    ['fundReceiptId', 'voucher', 'projectId', 'workOrderId', 'serviceProjectId', 'paidOn', 'amount'],
  ],
  ['R32', 'nominateMember', { ...MEMBER, category: null }, leader, ['category']],
  ['R32', 'nominateMember', { ...MEMBER, position: 'DIRECTOR', category: null }, leader, ['offices']],
  ['R32', 'nominateMember', { ...MEMBER, position: 'SECRETARY' }, leader, ['position']],
  ['R32', 'appointMember', async () => ({ memberId: await nominee() }), party, ['state']],
  ['R32', 'appointMember', async () => ({ memberId: await nominee('REVIEWED') }), party, ['approvalId']],
  ['R33', 'recordEnforcementAction', action, centerHead('DAYU', 'PUBLIC_SECURITY'), ['mandateId']],
];

/** Every answer is also held against the schema and the page of errors, by `give`. */
test.each(CASES)(
  '%s: %s says what is missing as its input calls it (%#)',
  async (...[rule, command, input, as, missing]) => {
    const given = typeof input === 'function' ? await input() : input;
    const { errors } = await stage.run(command, { ...given }, as, '__typename');
    expect(errors.map(({ extensions }) => extensions)).toEqual([
      expect.objectContaining({ code: 'RULE_VIOLATION', rule, missing }),
    ]);
  },
);

test.each<[string, unknown]>([
  ['no names at all', undefined],
  ['no name', []],
  ['a fact of a rule', ['source']],
  ['a path beside the input', ['projectId', 'assignments.0.goal']],
  ['the path of an answer’s field', ['input.projectId']],
])('%s would fail whatever test is told it', (_, missing) => {
  expect(() => requireKnownNames('dayu', 'DispatchWorkOrderInput', missing)).toThrow('is missing');
});
