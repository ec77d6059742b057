import type { PolicyRow } from '@mtg/access';
import { randomUUID } from 'node:crypto';
import type { DispatchStage } from './dispatch';
import type { Place } from './everybody';
import type { TestSubgraph } from './test-subgraph';

type Values = Readonly<Record<string, unknown>>;

/** The state that a thing is in when its command comes in good time. */
const STATES: Readonly<Record<string, string>> = {
  reviewNomination: 'NOMINATED',
  appointMember: 'REVIEWED',
  withdrawNomination: 'NOMINATED',
  endMembership: 'APPOINTED',
  openMeeting: 'CONVOKED',
  cancelMeeting: 'CONVOKED',
  proposeWeeklyItem: 'CONVOKED',
  draftMinutes: 'CLOSED',
  reviseMinutes: 'CLOSED',
  issueMinutes: 'CLOSED',
  recordStreetOpinion: 'SUBMITTED',
  approveDelegation: 'OPINION_HEARD',
  rejectDelegation: 'OPINION_HEARD',
  deployDelegation: 'APPROVED',
  withdrawDelegation: 'SUBMITTED',
  acceptWorkOrder: 'ISSUED',
  startWorkOrder: 'ACCEPTED',
  // Both sides return orders, each from a state of its own; here the table is asked, and not the state.
  returnWorkOrder: 'ACCEPTED',
  submitWorkOrder: 'IN_PROGRESS',
  verifyWorkOrder: 'SUBMITTED',
  closeWorkOrder: 'VERIFIED',
  issueFeedbackReport: 'CLOSED',
};

/** What was made for a row and a place: one for all who try, so that those who may come upon what others left. */
const made = new WeakMap<DispatchStage, Map<string, Promise<Values>>>();
let serial = 0;

/** Values for the input of a command by which it is aimed at something that exists, at this place. */
export async function targetFixtures(
  stage: DispatchStage,
  district: TestSubgraph,
  row: PolicyRow,
  aim: Place,
): Promise<Values> {
  const known = made.get(stage) ?? new Map<string, Promise<Values>>();
  made.set(stage, known);
  const key = `${row.key} ${aim.center}`;
  const fixtures = known.get(key) ?? fixturesFor(stage, district, row, aim);
  known.set(key, fixtures);
  serial += 1;
  return {
    ...(await fixtures),
    centerCode: aim.center,
    communityCode: aim.community,
    communityCodes: aim.community,
    departmentCode: aim.department,
    departmentCodes: aim.department,
    number: row.command === 'adoptKeyPoint' ? 1 + (serial % 900) : `文〔2026〕${serial}号`,
    unit: '门头沟区医院',
    addressees: '门头沟区医院',
    people: 'staff-HEALTH',
    sha256: 'a'.repeat(64),
    uri: 'https://example.org/a.pdf',
    mediaType: 'application/pdf',
    requirements: '按时完成',
    ...(row.command === 'dispatchSubOrder' && { centerCode: 'CIVIL_AFFAIRS' }),
  };
}

async function fixturesFor(
  stage: DispatchStage,
  district: TestSubgraph,
  row: PolicyRow,
  aim: Place,
): Promise<Values> {
  const { command, variant } = row;
  const state = STATES[command];
  const values: Record<string, unknown> = {};
  const kind = variant ?? kindOfMeeting(row);
  if (command === 'revokeApproval') values['approvalId'] = await approval(district, kind);
  if (command === 'recordApproval') values['authority'] = kind;
  if (/Nomination|Member(ship)?$/u.test(command)) {
    values['bodyCode'] = bodyCode(kind, aim);
    values['category'] = kind.includes('COMMUNITY') ? 'PROPERTY_COMPANY' : 'RESIDENT_UNIT';
    values['seat'] = '物业席位';
    values['position'] = 'MEMBER';
    if (command !== 'nominateMember') values['memberId'] = await member(stage, kind, aim, state ?? '');
    if (command === 'appointMember') {
      if (kind.includes('COMMUNITY')) values['decision'] = undefined;
      else values['documentNumber'] = '京门文〔2026〕1号';
    }
  }
  if (command === 'convokeMeeting') values['kind'] = kind;
  if (/Meeting$|Attendance|Report$|Notice$|Minutes$|WeeklyItem$|Batch$/u.test(command)) {
    const meetingId = await meeting(stage, kind, meetingState(command, state));
    if (command !== 'issueAnnualNotice') values['meetingId'] = meetingId;
    if (/^(revise|issue)Minutes$/u.test(command)) values['minutesId'] = await minutes(stage, meetingId);
    if (command === 'decideWeeklyItem') values['weeklyItemId'] = await weeklyItem(stage, meetingId, aim);
  }
  if (command.endsWith('Delegation') || command === 'recordStreetOpinion') {
    if (command !== 'submitDelegation') values['delegationId'] = await delegation(stage, state ?? '', aim);
  }
  if (/WorkOrder$|SubOrder$|Evidence$|Supervision$|FeedbackReport$/u.test(command)) {
    Object.assign(values, await orders(stage, command, state ?? 'IN_PROGRESS', aim));
  }
  if (/MajorMatter$|Opinion$/u.test(command) && command !== 'registerMajorMatter') {
    values['majorMatterId'] = await stage.add('major_matter', {
      state: 'REGISTERED',
      title: '规划',
      content: '方案',
    });
  }
  if (command === 'reportProgress') values['assignmentId'] = await assignment(stage, aim);
  return values;
}

/** Commands about meetings that have one row for all kinds. */
const kindOfMeeting = ({ command }: PolicyRow): string =>
  /Member|Street/u.test(command) ? 'JOINT' : 'WEEKLY';

const meetingState = (command: string, state: string | undefined): string =>
  command === 'issueAssignmentBatch' ? 'CLOSED' : (state ?? 'OPEN');

const bodyCode = (kind: string, { community }: Place): string =>
  kind.includes('COMMUNITY') ? `${kind}:${community}` : kind;

async function member(stage: DispatchStage, kind: string, aim: Place, state: string): Promise<string> {
  const ofCommunity = kind.includes('COMMUNITY');
  const appointed = state === 'APPOINTED';
  serial += 1;
  return stage.add('body_member', {
    body_code: bodyCode(kind, aim),
    body_kind: kind,
    community_code: ofCommunity ? aim.community : null,
    state,
    person_name: '王敏',
    unit: '门头沟区医院',
    category: ofCommunity ? 'PROPERTY_COMPANY' : 'RESIDENT_UNIT',
    position: 'MEMBER',
    offices: [],
    seat: ofCommunity ? `席位${serial}` : null,
    ...(appointed && { appointed_at: stage.clock.now() }),
    ...(appointed && !ofCommunity && { document_number: '京门文〔2026〕1号' }),
    ...(appointed && ofCommunity && { decision_id: await decision(stage, 'APPOINTMENT') }),
  });
}

function decision(stage: DispatchStage, subject: string): Promise<string> {
  return stage.add('committee_decision', {
    number: randomUUID(),
    decided_at: stage.clock.now(),
    outcome: 'APPROVED',
    subject,
    summary: '同意',
  });
}

async function meeting(stage: DispatchStage, kind: string, state: string): Promise<string> {
  const at = stage.clock.now();
  serial += 1;
  return stage.add('meeting', {
    kind,
    state,
    number: randomUUID(),
    // Years of their own: numbers of this one are given by commands.
    year: 2000,
    sequence: serial,
    title: '会议',
    scheduled_at: at,
    ...(state !== 'CONVOKED' && { opened_at: at, held_on: '2026-03-09' }),
    ...(state === 'CLOSED' && { closed_at: at }),
    convener_role: 'DISPATCHER',
    convener: 'dispatcher',
    ...(kind === 'SPECIAL' && { trigger_kind: 'URGENT_MATTER', urgency: '汛情' }),
  });
}

async function minutes(stage: DispatchStage, meetingId: string): Promise<string> {
  const id = await stage.add('minutes', { meeting_id: meetingId, state: 'DRAFT', title: '纪要' });
  await stage.add('minutes_item', { minutes_id: id, number: 1, text: '由健康中心落实' });
  return id;
}

const weeklyItem = (
  stage: DispatchStage,
  meetingId: string,
  aim: Place,
  values: Values = {},
): Promise<string> =>
  stage.add('weekly_item', {
    meeting_id: meetingId,
    number: 1,
    state: 'PROPOSED',
    center_code: aim.center,
    title: '义诊',
    content: '每户一次',
    community_codes: [aim.community],
    ...values,
  });

async function assignment(stage: DispatchStage, aim: Place): Promise<string> {
  const meetingId = await meeting(stage, 'WEEKLY', 'CLOSED');
  const decidedAt = stage.clock.now();
  const item = await weeklyItem(stage, meetingId, aim, { state: 'PASSED', decided_at: decidedAt });
  serial += 1;
  const batch = await stage.add('assignment_batch', {
    meeting_id: meetingId,
    number: randomUUID(),
    year: 2000,
    sequence: serial,
    issued_at: decidedAt,
    issuer: 'dispatcher',
  });
  return stage.add('community_assignment', {
    state: 'ASSIGNED',
    batch_id: batch,
    meeting_id: meetingId,
    item_state: 'PASSED',
    weekly_item_id: item,
    community_code: aim.community,
    goal: '覆盖全部独居老人',
    content: '上门测量血压',
    form: '入户',
    training: '集中培训',
    instructor: '王医生',
  });
}

async function delegation(stage: DispatchStage, state: string, aim: Place): Promise<string> {
  const id = await stage.delegation(state === 'SUBMITTED' ? 'OPINION_HEARD' : state, aim.department);
  if (state !== 'SUBMITTED') return id;
  await stage.dayu.database.query(
    `UPDATE delegation SET state = 'SUBMITTED', opinion = NULL, opinion_heard_at = NULL, deployment = NULL,
       deployed_at = NULL WHERE id = $1`,
    [id],
  );
  return id;
}

async function orders(stage: DispatchStage, command: string, state: string, aim: Place): Promise<Values> {
  if (command === 'dispatchWorkOrder') {
    const { projectId, keyPointId, responsiblePerson } = await stage.draft();
    return { projectId, keyPointId, responsiblePerson, deadline: '2026-03-20' };
  }
  const { id } = await stage.orderIn(state);
  const workOrderId = String(id);
  await stage.dayu.database.query('UPDATE work_order SET center_code = $1 WHERE id = $2', [
    aim.center,
    workOrderId,
  ]);
  if (command === 'resolveSupervision') {
    const values = { work_order_id: workOrderId, state: 'OPEN', missed_deadline: '2026-03-01' };
    return { supervisionId: await stage.add('supervision', values) };
  }
  if (command === 'dispatchSubOrder') {
    return { parentId: workOrderId, responsiblePerson: '王敏', deadline: '2026-03-20' };
  }
  if (command === 'issueFeedbackReport') {
    return { workOrderIds: workOrderId, recipients: 'DEPARTMENT' };
  }
  return { workOrderId, ...(command === 'extendWorkOrder' && { deadline: '2026-05-01' }) };
}

async function approval(district: TestSubgraph, authority: string): Promise<string> {
  const [row]: readonly { id: string }[] = await district.database.query(
    `INSERT INTO approval (id, created_at, updated_at, authority, number, title, decided_on)
     VALUES (gen_random_uuid(), now(), now(), $1, gen_random_uuid(), '批复', '2026-01-08') RETURNING id`,
    [authority],
  );
  return row?.id ?? '';
}
