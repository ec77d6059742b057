import type { DispatchStage } from '../dispatch';
import type { Place } from '../everybody';
import { assignment, heardHere, weeklyItem } from './community-work';
import { majorMatter, meeting } from './deliberation';
import { enforcement } from './enforcement';
import { consultations } from './planning';
import { serial } from './serial';
import type { Values } from './values';

/** The row that a correction is aimed at, of this place. */
export async function correctable(
  stage: DispatchStage,
  command: string,
  aim: Place,
  kind = 'WEEKLY',
): Promise<Values> {
  const make = MADE[command];
  return make ? make(stage, aim, kind) : {};
}

/** Values that differ from those of the row, and from those that another caller gave. */
export const corrections = (command: string, number: number): Values => {
  const text = `更正${number}`;
  return WORDS[command]?.(text) ?? {};
};

const WORDS: Readonly<Record<string, (text: string) => Values>> = {
  correctCenterReport: (thisWeek) => ({ thisWeek }),
  correctProject: (title) => ({ title }),
  correctWorkOrder: (title) => ({ title }),
  correctPerson: (name) => ({ name }),
  correctMeeting: (title) => ({ title }),
  correctAgendaItem: (title) => ({ title }),
  correctAttendanceRecord: (rightReason) => ({ rightReason, attendance: undefined }),
  correctMemberReport: (content) => ({ content }),
  correctStreetNotice: (content) => ({ content }),
  correctMajorMatter: (title) => ({ title }),
  correctWeeklyItem: (title) => ({ title, remark: undefined }),
  correctProgressReport: (text) => ({ text }),
  correctConveyedDocument: (title) => ({ title }),
  correctHighlight: (title) => ({ title }),
  correctSupportContribution: (contribution) => ({ contribution }),
  correctVisitRecord: (text) => ({ text }),
  correctSentimentLog: (text) => ({ text, theme: undefined }),
  correctHallVisit: () => ({ day: '2026-03-04' }),
  correctDeputyActivity: (activity) => ({ activity }),
  correctEnforcementTeam: (name) => ({ name }),
  correctEnforcementAction: (found) => ({ found }),
  correctEnforcementObject: (name) => ({ name }),
  correctConsultation: (matters) => ({ matters }),
  correctConsultationConclusion: (content) => ({ content }),
  correctJointActionCall: (content) => ({ content }),
  correctFosteredOrganization: (name) => ({ name, since: '2026-03-02' }),
  correctFosteringStage: (stage) => ({ stage, reachedOn: '2026-03-04' }),
  correctJointActivity: (title) => ({ title, heldOn: '2026-03-04' }),
  issueMinutesCorrection: (text) => ({ text }),
  correctCommunityVisit: () => ({ day: '2026-03-04' }),
};

/** Makes a row, and names it as the command does. @param kind of the meeting that it is of, if it is of one */
type Make = (stage: DispatchStage, aim: Place, kind: string) => Promise<Values>;

const MADE: Readonly<Record<string, Make>> = {
  correctMeeting: async (stage, _, kind) => ({ meetingId: await meeting(stage, kind, 'OPEN') }),
  correctAgendaItem: async (stage, _, kind) => ({
    agendaItemId: await inMeeting(stage, kind, 'agenda_item', { number: 1, title: '汇报' }),
  }),
  correctAttendanceRecord: async (stage, aim, kind) => {
    const whose =
      kind === 'JOINT' || kind === 'SPECIAL' ? { unit: '门头沟区医院' } : { center_code: aim.center };
    const absent = { ...whose, attendance: 'ABSENT', reason: '外出' };
    return { attendanceRecordId: await inMeeting(stage, kind, 'attendance_record', absent) };
  },
  correctMemberReport: async (stage) => ({
    memberReportId: await inMeeting(stage, 'JOINT', 'member_report', {
      unit: '门头沟区医院',
      content: '义诊',
    }),
  }),
  correctStreetNotice: async (stage) => ({
    streetNoticeId: await inMeeting(stage, 'JOINT', 'street_notice', {
      content: '进度过半',
      requirements: '加快',
    }),
  }),
  correctWeeklyItem: async (stage, aim) => ({
    weeklyItemId: await weeklyItem(stage, await meeting(stage, 'WEEKLY', 'OPEN'), aim),
  }),
  correctProgressReport: async (stage, aim) => ({
    progressReportId: await stage.add('progress_report', {
      assignment_id: await assignment(stage, aim),
      community_code: aim.community,
      text: '过半',
      completed: false,
      reporter: 'secretary',
    }),
  }),
  correctConveyedDocument: async (stage, aim) => ({
    conveyedDocumentId: await stage.add('conveyed_document', {
      ...placed(aim),
      issuer: 'DISTRICT_PARTY_COMMITTEE',
      kind: 'DOCUMENT',
      title: '通知',
      priorities: '重点',
      conveyed_on: '2026-03-05',
    }),
  }),
  correctHighlight: async (stage, aim) => ({
    highlightId: await stage.add('highlight', { ...placed(aim), title: '典型', content: '做法' }),
  }),
  correctSupportContribution: async (stage, aim) => ({
    supportContributionId: await stage.add('support_contribution', {
      support_issue_id: await stage.add('support_issue', {
        ...placed(aim),
        state: 'TAKEN_UP',
        kind: 'PARKING',
        title: '停车难',
        raised_on: '2026-03-01',
        taken_up_at: '2026-03-02',
        body_code: 'AREA_MANAGEMENT_COMMITTEE',
      }),
      unit: '物业',
      contribution: '让出车位',
    }),
  }),
  correctVisitRecord: async (stage, aim) => ({
    visitRecordId: await stage.add('visit_record', { ...placed(aim), author_subject: 'staff', text: '记录' }),
  }),
  correctSentimentLog: async (stage, aim) => ({
    sentimentLogId: (await heardHere(stage, aim))['sentimentLogId'],
  }),
  correctHallVisit: async (stage, aim) => ({
    hallVisitId: await stage.add('hall_visit', {
      center_code: aim.center,
      staff_subject: `staff${serial()}`,
      day: '2026-03-05',
    }),
  }),
  correctDeputyActivity: async (stage) => ({
    deputyActivityId: await stage.add('deputy_activity', {
      person_name: '赵一',
      capacity: '代表',
      day: '2026-03-05',
      activity: '走访',
    }),
    memberId: undefined,
  }),
  correctEnforcementTeam: async (stage) => ({
    teamId: await stage.add('enforcement_team', { name: `执法队${serial()}` }),
  }),
  correctEnforcementAction: async (stage, aim) => ({
    actionId: (await enforcement(stage, 'followUpEnforcementAction', aim))['actionId'],
    mandateId: undefined,
  }),
  correctEnforcementObject: async (stage, aim) => ({
    enforcementObjectId: await stage.add('enforcement_object', {
      action_id: (await enforcement(stage, 'followUpEnforcementAction', aim))['actionId'],
      name: '某店',
      author_subject: 'staff',
    }),
  }),
  correctConsultation: (stage, aim) => consultations(stage, 'confirmConsultation', aim),
  correctConsultationConclusion: async (stage, aim) => ({
    conclusionId: (await consultations(stage, 'followUpConclusion', aim))['conclusionId'],
  }),
  correctJointActionCall: async (stage, aim) => ({
    jointActionCallId: await stage.add('joint_action_call', {
      joint_action_id: (await consultations(stage, 'endJointAction', aim))['jointActionId'],
      number: 1,
      caller_center: aim.center,
      callee_department: aim.department,
      content: '突发事件',
    }),
  }),
  correctFosteredOrganization: async (stage, aim) => ({ fosteredOrganizationId: await fostered(stage, aim) }),
  correctFosteringStage: async (stage, aim) => ({
    fosteringStageId: await stage.add('fostering_stage', {
      fostered_organization_id: await fostered(stage, aim),
      stage: '起步',
      reached_on: '2026-03-05',
    }),
  }),
  correctJointActivity: async (stage, aim) => ({
    jointActivityId: await stage.add('joint_activity', {
      ...placed(aim),
      kind: 'VOLUNTEER_SERVICE',
      title: '助老',
      organizations: ['互助队'],
      held_on: '2026-03-05',
      participants: 20,
    }),
  }),
  correctMajorMatter: async (stage) => ({ majorMatterId: await majorMatter(stage) }),
  correctCenterReport: async (stage, aim) => ({ centerReportId: await weeklyReport(stage, aim) }),
  correctProject: async (stage) => ({ projectId: await stage.project() }),
  correctPerson: async (stage) => ({ personId: await person(stage) }),
  correctCommunityVisit: async (stage, aim) => ({ communityVisitId: await visit(stage, aim) }),
};

const placed = (aim: Place) => ({ center_code: aim.center, community_code: aim.community });

const fostered = (stage: DispatchStage, aim: Place): Promise<string> =>
  stage.add('fostered_organization', {
    ...placed(aim),
    name: '互助队',
    service_field: '互助',
    since: '2026-03-01',
  });

const inMeeting = async (
  stage: DispatchStage,
  kind: string,
  table: string,
  values: Values,
): Promise<string> => stage.add(table, { meeting_id: await meeting(stage, kind, 'OPEN'), ...values });

/** A report of this place's center to a weekly meeting. */
async function weeklyReport(stage: DispatchStage, aim: Place): Promise<string> {
  const parts = { this_week: '完成', next_week: '计划', community_matters: '无' };
  const meetingId = await meeting(stage, 'WEEKLY', 'CLOSED');
  return stage.add('center_report', { meeting_id: meetingId, center_code: aim.center, ...parts });
}

const person = (stage: DispatchStage): Promise<string> =>
  stage.add('person', { name: '赵一', subject: `zhao-${serial()}`, since: '2026-03-01' });

/** A visit of this place's center to its community, with what was written of it. */
async function visit(stage: DispatchStage, aim: Place): Promise<string> {
  const of = { center_code: aim.center, community_code: aim.community };
  const staff = `staff${serial()}`;
  const record = await stage.add('visit_record', { ...of, author_subject: staff, text: '记录' });
  const values = { ...of, day: '2026-03-03', form: 'CALL', staff_subject: staff, record_id: record };
  const visitId = await stage.add('community_visit', values);
  await stage.add('sentiment_log', { ...of, visit_id: visitId, author_subject: staff, text: '停车难' });
  return visitId;
}
