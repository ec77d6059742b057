import { recordedAttendance, requireExchange, type WorkCalendar } from '@mtg/governance';
import { looksLike } from '@mtg/subgraph-kit';
import { defineCorrection } from '../../../foundation/corrections/define-correction';
import type { StreetTransaction } from '../../../foundation/street-commands';
import { AgendaItem } from '../agenda-item';
import { AttendanceRecord } from '../attendance-record';
import { exchangeIn } from '../exchange-in';
import { Meeting } from '../meeting';
import { MemberReport } from '../member-report';
import { restsOnMeeting } from '../rests-on-meeting';
import { StreetNotice } from '../street-notice';

/** Loads the meeting of a record. Its kind decides who may correct what was recorded in it. */
const ofMeeting = async ({ meetingId }: { readonly meetingId: string }, transaction: StreetTransaction) => ({
  variant: (await transaction.get(Meeting, meetingId)).kind,
});

/** Checks again what a meeting was closed on. @returns the meeting */
async function requireClosable(transaction: StreetTransaction, meetingId: string): Promise<Meeting> {
  const meeting = await transaction.get(Meeting, meetingId);
  if (meeting.state === 'CLOSED') requireExchange(transaction, await exchangeIn(transaction, meeting));
  return meeting;
}

/** R05: a topic in other words. Which matter it is about stays. */
export const agendaItemCorrection = defineCorrection({
  name: 'correctAgendaItem',
  says: {
    zh: '更正会议议题的文字；所涉重大事项不变(R01、R05)',
    en: 'Corrects the words of an agenda item. The major matter that it is about stays (R01, R05)',
  },
  table: AgendaItem,
  columns: ['title', 'note'],
  target: ofMeeting,
});

/** R01, R03, R05, R20, R21: who was there. What the meeting was closed on, and what rests on it, is checked again. */
export const attendanceRecordCorrection = defineCorrection({
  name: 'correctAttendanceRecord',
  says: {
    zh: '更正出席记录，闭会后亦可；闭会条件和所依据的协商重新检查(R01、R03、R05、R20、R21)',
    en: 'Corrects attendance, after the meeting as well. What the meeting was closed on is checked again, and so are consultations in it (R01, R03, R05, R20, R21)',
  },
  table: AttendanceRecord,
  columns: ['attendance', 'reason'],
  target: ofMeeting,
  prepare: (_, context) => context.district.workCalendar(context.clock.now()),
  check: async (transaction, { meetingId }, after) => {
    const report =
      after.unit === null
        ? null
        : await transaction.find(MemberReport, { meetingId, unit: looksLike(after.unit) });
    recordedAttendance(transaction, after, { hasReported: report !== null, reasonField: 'rightReason' });
  },
  afterwards: async (transaction, { meetingId }, _, calendar: WorkCalendar) => {
    const meeting = await requireClosable(transaction, meetingId);
    await restsOnMeeting(transaction, meeting, { field: 'attendance', calendar });
  },
});

/** R03: the report of a unit in other words. */
export const memberReportCorrection = defineCorrection({
  name: 'correctMemberReport',
  says: {
    zh: '更正成员单位汇报的内容(R03)',
    en: 'Corrects the content of a member unit’s report (R03)',
  },
  table: MemberReport,
  columns: ['content'],
  target: () => ({}),
});

/** R03: the notice of the street in other words. A joint meeting keeps one with requirements or suggestions. */
export const streetNoticeCorrection = defineCorrection({
  name: 'correctStreetNotice',
  says: {
    zh: '更正街道通报；已闭会的联席会议仍须有要求或建议(R03)',
    en: 'Corrects a notice of the street. A joint meeting that is over keeps requirements or suggestions (R03)',
  },
  table: StreetNotice,
  columns: ['content', 'requirements', 'suggestions'],
  target: () => ({}),
  afterwards: (transaction, { meetingId }) => requireClosable(transaction, meetingId),
});
