import type { PolicyRow } from '@mtg/access';
import type { DispatchStage } from '../dispatch';
import type { Place } from '../everybody';
import type { TestSubgraph } from '../test-subgraph';
import { attachments } from './attachments';
import { assignment, heardHere, ledgerEntry, weeklyItem } from './community-work';
import { correctable, corrections } from './corrections';
import { bodyCode, difficulty, majorMatter, meeting, member, minutes } from './deliberation';
import { localCenter } from './local-centers';
import { delegation, orders } from './dispatch';
import { enforcement } from './enforcement';
import { message } from './messages';
import { fundsTarget } from './funds';
import { finding } from './cadence';
import { people } from './people';
import { consultations, nextMonth, plans } from './planning';
import { ofDistrict, ofServices } from './services';
import { evaluation } from './evaluation';
import { serial } from './serial';
import type { Values } from './values';

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
  sendBackDelegation: 'SUBMITTED',
  guideDelegation: 'DEPLOYED',
  acceptWorkOrder: 'ISSUED',
  startWorkOrder: 'ACCEPTED',
  returnWorkOrder: 'SUBMITTED',
  requestReturn: 'ACCEPTED',
  reassignWorkOrder: 'RETURNED',
  refuseReturn: 'RETURNED',
  requestExtension: 'ACCEPTED',
  grantExtension: 'ACCEPTED',
  refuseExtension: 'ACCEPTED',
  concludeDelegation: 'DISPATCHED',
  confirmConclusion: 'COMPLETED',
  objectToConclusion: 'COMPLETED',
  submitWorkOrder: 'IN_PROGRESS',
  verifyWorkOrder: 'SUBMITTED',
  closeWorkOrder: 'VERIFIED',
  issueFeedbackReport: 'CLOSED',
  returnPlan: 'SUBMITTED',
  adoptPlan: 'SUBMITTED',
  amendPlan: 'ADOPTED',
};

/** Objects made for a row and a place: one for all who try, so that those who may come upon what others left. */
const made = new WeakMap<DispatchStage, Map<string, Promise<Values>>>();

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
  const number = serial();
  return {
    ...(await fixtures),
    centerCode: aim.center,
    communityCode: aim.community,
    communityCodes: aim.community,
    departmentCode: aim.department,
    departmentCodes: aim.department,
    number: row.command === 'adoptKeyPoint' ? 1 + (number % 900) : `文〔2026〕${number}号`,
    unit: '门头沟区医院',
    addressees: '门头沟区医院',
    people: 'staff-HEALTH',
    sha256: 'a'.repeat(64),
    uri: 'https://example.org/a.pdf',
    mediaType: 'application/pdf',
    requirements: '按时完成',
    ...corrections(row.command, number),
    ...(row.command === 'addLocalCenter' && { code: `LOCAL_${number}`, name: `服务中心${number}` }),
    ...(/^(rename|end)Department$/u.test(row.command) && { departmentCode: (await fixtures)['department'] }),
    ...(row.command === 'closeLocalCenter' && { centerCode: (await fixtures)['addedCenter'] }),
    ...(row.command === 'formEnforcementTeam' && { name: `执法队${number}` }),
    ...(row.command === 'grantEnforcementMandate' && { documentNumber: `委托〔2026〕${number}号` }),
    // Work goes to a center that does not have it.
    ...(['dispatchSubOrder', 'reassignDifficulty', 'reassignWorkOrder'].includes(row.command) && {
      centerCode: 'CIVIL_AFFAIRS',
    }),
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
  if (command === 'recordApproval') Object.assign(values, approvedBy(kind));
  if (/Nomination|Member(ship)?$/u.test(command)) {
    values['bodyCode'] = bodyCode(kind, aim);
    values['category'] = kind.includes('COMMUNITY') ? 'PROPERTY_COMPANY' : 'RESIDENT_UNIT';
    values['seat'] = '物业席位';
    values['position'] = 'MEMBER';
    if (command !== 'nominateMember') values['memberId'] = await member(stage, kind, aim, state ?? '');
    if (command === 'appointMember') {
      if (kind.includes('COMMUNITY')) values['decision'] = undefined;
      else values['approvalId'] = await approval(district, 'DISTRICT_PARTY_COMMITTEE');
    }
  }
  if (command === 'convokeMeeting') values['kind'] = kind;
  if (/Meeting$|Attendance|Report(ForHead)?$|Notice$|Minutes$|WeeklyItem$|Batch$/u.test(command)) {
    const meetingId = await meeting(stage, kind, meetingState(command, state));
    if (command !== 'issueAnnualNotice') values['meetingId'] = meetingId;
    if (/^(revise|issue)Minutes$/u.test(command)) values['minutesId'] = await minutes(stage, meetingId);
    if (command === 'decideWeeklyItem') values['weeklyItemId'] = await weeklyItem(stage, meetingId, aim);
  }
  if (command.endsWith('Finding')) Object.assign(values, await finding(stage, command, kind, aim));
  if (command.endsWith('Difficulty')) Object.assign(values, await difficulty(stage, aim));
  if (/Delegation$|^(confirm|objectTo)Conclusion$/u.test(command) || command === 'recordStreetOpinion') {
    if (command !== 'submitDelegation') values['delegationId'] = await delegation(stage, state ?? '', aim);
  }
  if (/WorkOrder$|SubOrder$|Evidence$|Supervision$|FeedbackReport$|(Return|Extension)$/u.test(command)) {
    Object.assign(values, await orders(stage, command, state ?? 'IN_PROGRESS', aim));
  }
  if (command.includes('Enforcement')) Object.assign(values, await enforcement(stage, command, aim));
  Object.assign(values, await evaluation(stage, command, aim), await people(stage, command, aim));
  if (/MajorMatter$|Opinion$/u.test(command) && command !== 'registerMajorMatter') {
    values['majorMatterId'] = await majorMatter(stage);
  }
  if (/^(reportProgress|withdrawAssignment)$/u.test(command))
    values['assignmentId'] = await assignment(stage, aim);
  if (/^(verify|amend)LedgerEntry$/u.test(command)) values['ledgerEntryId'] = await ledgerEntry(stage, aim);
  if (command === 'closeLocalCenter') values['addedCenter'] = await localCenter(stage, serial());
  if (command === 'followUpSentimentLog') Object.assign(values, await heardHere(stage, aim));
  if (command === 'issueMinutesCorrection')
    values['minutesItemId'] = await stage.minutesItem(kind, 'ISSUED', { meeting: { year: 1999 } });
  Object.assign(values, await correctable(stage, command, aim, kind));
  Object.assign(values, await fundsTarget(stage, district, command));
  if (/DepartmentLink$|linkDepartment|Consultation$|followUpConclusion|JointAction$/u.test(command)) {
    Object.assign(values, await consultations(stage, command, aim));
  }
  Object.assign(values, await attachments(stage, command, kind, aim));
  if (command === 'markMessageRead') values['messageId'] = await message(stage, kind, aim);
  if (command === 'linkNextMonth') Object.assign(values, await nextMonth(stage, aim));
  if (command.endsWith('Plan')) Object.assign(values, await plans(stage, command, state ?? 'DRAFT', aim));
  Object.assign(values, await ofServices(stage, district, command, aim), await ofDistrict(district, command));
  return values;
}

/** Commands about meetings that have one row for all kinds. */
const kindOfMeeting = ({ command }: PolicyRow): string =>
  /Member|Street/u.test(command) ? 'JOINT' : 'WEEKLY';

const meetingState = (command: string, state: string | undefined): string =>
  command === 'issueAssignmentBatch' ? 'CLOSED' : (state ?? 'OPEN');

/** Purposes that each authority approves: 区政府 what departments ask for, 区委 appointments. */
const approvedBy = (authority: string) =>
  authority === 'DISTRICT_GOVERNMENT'
    ? {
        authority,
        purpose: 'TEMPORARY_BODY',
        matter: '设立调解专班',
        departmentCode: 'JUSTICE',
        streetCodes: ['DAYU'],
      }
    : {
        authority,
        purpose: 'APPOINTMENT',
        appointees: '王敏',
        bodyKind: 'ENLARGED_WORKING_COMMITTEE',
        position: 'MEMBER',
      };

async function approval(district: TestSubgraph, by: string): Promise<string> {
  const said: ReturnType<typeof approvedBy> & { readonly appointees?: string } = approvedBy(by);
  const [row]: readonly { id: string }[] = await district.database.query(
    `INSERT INTO approval (id, created_at, updated_at, authority, number, title, decided_on, purpose, appointees, matter,
       department_code, street_codes, body_kind, position)
     VALUES (gen_random_uuid(), now(), now(), $1, gen_random_uuid(), '批复', '2026-03-09', $2, $3, $4, $5, $6, $7, $8) RETURNING id`,
    [
      said.authority,
      said.purpose,
      said.appointees === undefined ? null : [said.appointees],
      said.matter,
      said.departmentCode,
      said.streetCodes,
      said.bodyKind,
      said.position,
    ],
  );
  return row?.id ?? '';
}
