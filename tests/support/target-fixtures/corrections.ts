import type { DispatchStage } from '../dispatch';
import type { Place } from '../everybody';
import { majorMatter, meeting } from './deliberation';
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
  correctMajorMatter: async (stage) => ({ majorMatterId: await majorMatter(stage) }),
  correctCenterReport: async (stage, aim) => ({ centerReportId: await weeklyReport(stage, aim) }),
  correctProject: async (stage) => ({ projectId: await stage.project() }),
  correctPerson: async (stage) => ({ personId: await person(stage) }),
  correctCommunityVisit: async (stage, aim) => ({ communityVisitId: await visit(stage, aim) }),
};

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
