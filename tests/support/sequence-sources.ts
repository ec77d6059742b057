import { randomUUID } from 'node:crypto';
import { centerHead, officer } from './actors';
import { memberInOffice } from './appoint-past';
import type { Selected } from './commands';
import { HEARD } from './heard-centers';
import { dayAfter, type SequenceStreet } from './sequence-street';

/** A decision of the committee that was taken just now. */
export const decisionNow = (street: SequenceStreet) => ({
  number: randomUUID(),
  decidedAt: street.now().toISOString(),
  summary: '同意',
});

/** Request of a department in writing and on a legal basis. */
export const requestOf = (street: SequenceStreet, department: string) => ({
  departmentCode: department,
  kind: 'DELEGATED_MATTER',
  title: '社区矫正对象走访',
  content: '每月走访一次',
  documentNumber: '门司发〔2026〕12号',
  documentTitle: '关于委托开展社区矫正走访的函',
  documentDate: dayAfter(street.now(), -7),
  legalBasis: '《中华人民共和国社区矫正法》第九条',
});

export const GUIDANCE = ['HEALTH', 'CULTURE_EDUCATION', 'PUBLIC_SECURITY'].map((centerCode) => ({
  centerCode,
  text: '先摸底',
}));

/** A delegation that went so many of its steps, in their order: submitted, heard, approved, deployed. */
export async function delegationAfter(
  street: SequenceStreet,
  steps: number,
  department = 'JUSTICE',
): Promise<string> {
  const { leader, clerk } = street.people;
  const { delegation } = await street.must(
    'submitDelegation',
    requestOf(street, department),
    officer(department),
    'delegation { id }',
  );
  const delegationId: string = delegation.id;
  if (steps > 1) {
    street.pass(1);
    await street.must('recordStreetOpinion', { delegationId, opinion: '同意' }, leader);
  }
  if (steps > 2) {
    street.pass(1);
    await street.must('approveDelegation', { delegationId, decision: decisionNow(street) }, clerk);
  }
  if (steps > 3) {
    const deployment = { delegationId, deployment: '由综治维稳中心牵头', guidance: GUIDANCE };
    await street.must('deployDelegation', deployment, clerk);
  }
  return delegationId;
}

/** A meeting that deploys work. */
const SPECIAL = {
  kind: 'SPECIAL',
  title: '防汛专题会议',
  trigger: { kind: 'URGENT_MATTER', urgency: '强降雨预警' },
};
/** One that does not: who convenes it and keeps its minutes is who dispatches. */
export const WEEKLY = { kind: 'WEEKLY', title: '例会' };

/** A meeting on a major matter that the committee has not decided on. */
export async function undecided(street: SequenceStreet): Promise<Readonly<Record<string, unknown>>> {
  const matter = { title: '选址', content: '停车楼选址' };
  const { majorMatter } = await street.must(
    'registerMajorMatter',
    matter,
    street.people.clerk,
    'majorMatter { id }',
  );
  return { ...SPECIAL, trigger: { kind: 'MAJOR_MATTER', majorMatterId: majorMatter.id } };
}

/** Lets the six centers report to a weekly meeting, or be absent from it (R21). */
async function hearCenters(street: SequenceStreet, meetingId: string): Promise<void> {
  for (const [command, input] of Object.entries(HEARD)) {
    const { dispatcher } = street.people;
    const as = command === 'recordCenterReport' ? centerHead(street.code, 'HEALTH') : dispatcher;
    await street.must(command, { meetingId, ...input }, as);
  }
}

/** Records that every member unit in office came (R05). */
async function receiveUnits(street: SequenceStreet, meetingId: string): Promise<void> {
  const units = await street.sql(
    `SELECT DISTINCT unit FROM body_member WHERE state = 'APPOINTED' AND unit IS NOT NULL AND community_code IS NULL ORDER BY 1`,
  );
  const records = units.map(({ unit }) => ({ unit, attendance: 'PRESENT' }));
  if (records.length > 0) await street.must('recordAttendance', { meetingId, records }, street.people.clerk);
}

/** The one item of a meeting's minutes, which are drafted only, or issued. */
export async function minutesItem(
  street: SequenceStreet,
  isIssued: boolean,
  meetingOf: Readonly<Record<string, unknown>> = SPECIAL,
): Promise<string> {
  const { clerk, dispatcher } = street.people;
  const keeper = meetingOf['kind'] === 'WEEKLY' ? dispatcher : clerk;
  if (meetingOf['kind'] === 'SPECIAL')
    await memberInOffice(street.subgraph.database, 'AREA_MANAGEMENT_COMMITTEE');
  const convoked = { ...meetingOf, scheduledAt: street.now().toISOString() };
  const { meeting } = await street.must('convokeMeeting', convoked, keeper, 'meeting { id }');
  const meetingId: string = meeting.id;
  await street.must('openMeeting', { meetingId }, keeper);
  if (meetingOf['kind'] === 'WEEKLY') await hearCenters(street, meetingId);
  else await receiveUnits(street, meetingId);
  await street.must('closeMeeting', { meetingId }, keeper);
  const relation = meetingOf['kind'] === 'SPECIAL' ? '由会议事由而来' : null;
  const draft = { meetingId, title: '纪要', items: [{ text: '由健康中心落实', relation }] };
  const written: Selected = await street.must('draftMinutes', draft, keeper, 'minutes { id } items { id }');
  const issue = { minutesId: written['minutes'].id, number: randomUUID() };
  if (isIssued) await street.must('issueMinutes', issue, keeper);
  return written['items'][0].id;
}

export async function keyPoint(street: SequenceStreet, year: number): Promise<string> {
  const input = {
    year,
    number: 1,
    title: '老旧小区无障碍改造',
    content: '全年完成六处',
    decision: decisionNow(street),
  };
  const adopted = await street.must('adoptKeyPoint', input, street.people.clerk, 'keyPoint { id }');
  return adopted['keyPoint'].id;
}

export async function project(street: SequenceStreet): Promise<string> {
  const input = {
    title: '无障碍改造',
    goals: '六处坡道',
    departmentCodes: ['JUSTICE'],
    communityCodes: street.communities,
    deadline: '2027-12-31',
  };
  const made = await street.must('charterProject', input, street.people.dispatcher, 'project { id }');
  return made['project'].id;
}
