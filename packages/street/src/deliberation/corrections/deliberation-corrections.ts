import { majorMatterCorrection } from '../matters/commands/correct-major-matter';
import { centerReportCorrection } from '../meetings/commands/correct-center-report';
import { meetingCorrection } from '../meetings/commands/correct-meeting';
import {
  agendaItemCorrection,
  attendanceRecordCorrection,
  memberReportCorrection,
  streetNoticeCorrection,
} from '../meetings/commands/correct-records';

/** Corrections of what meetings and bodies recorded, by table. */
export const deliberationCorrections = {
  CenterReport: centerReportCorrection,
  Meeting: meetingCorrection,
  AgendaItem: agendaItemCorrection,
  AttendanceRecord: attendanceRecordCorrection,
  MemberReport: memberReportCorrection,
  StreetNotice: streetNoticeCorrection,
  MajorMatter: majorMatterCorrection,
};
