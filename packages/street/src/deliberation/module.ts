import { CommitteeDecision1700000003000 } from '../migrations/1700000003000-committee-decision';
import { MajorMatter1700000005000 } from '../migrations/1700000005000-major-matter';
import { Meeting1700000005001 } from '../migrations/1700000005001-meeting';
import { Minutes1700000005002 } from '../migrations/1700000005002-minutes';
import { KeyPoint1700000005003 } from '../migrations/1700000005003-key-point';
import { BodyMember1700000005004 } from '../migrations/1700000005004-body-member';
import { BodyMemberSample1700000010002 } from '../migrations/1700000010002-body-member-sample';
import { SampleNumbers1700000010003 } from '../migrations/1700000010003-sample-numbers';
import { PreliminaryOpinion1700000005005 } from '../migrations/1700000005005-preliminary-opinion';
import { AnnualNotice1700000005006 } from '../migrations/1700000005006-annual-notice';
import { MinutesItemAgenda1700000011001 } from '../migrations/1700000011001-minutes-item-agenda';
import { BodyMemberApproval1700000014002 } from '../migrations/1700000014002-body-member-approval';
import { SameNumbers1700000016101 } from '../migrations/1700000016101-same-numbers';
import { SameMembers1700000016102 } from '../migrations/1700000016102-same-members';
import { MinutesItemRelation1700000082030 } from '../migrations/1700000082030-minutes-item-relation';
import { OpinionVerdict1700000088500 } from '../migrations/1700000088500-opinion-verdict';
import { AppointmentDay1700000092010 } from '../migrations/1700000092010-appointment-day';
import { OfficeHolder1700000088530 } from '../migrations/1700000088530-office-holder';
import { Difficulty1700000080000 } from '../migrations/1700000080000-difficulty';
import { ReportForHead1700000088020 } from '../migrations/1700000088020-report-for-head';
import type { StreetModule } from '../foundation/street-module';
import { AppointmentStep } from './bodies/appointment-step';
import { BodyMember } from './bodies/body-member';
import { BodyMemberResolver, BodyResolver, StreetBodiesResolver } from './bodies/body.resolver';
import { appointMember } from './bodies/commands/appoint-member';
import { endMembership, withdrawNomination } from './bodies/commands/end-nomination';
import { nominateMember } from './bodies/commands/nominate-member';
import { reviewNomination } from './bodies/commands/review-nomination';
import { CommitteeDecision } from './decisions/committee-decision';
import { decideMajorMatter } from './consultation/commands/decide-major-matter';
import { recordPreliminaryOpinion } from './consultation/commands/record-preliminary-opinion';
import { registerMajorMatter } from './matters/commands/register-major-matter';
import { MajorMatter } from './matters/major-matter';
import { PreliminaryOpinion } from './consultation/preliminary-opinion';
import { AgendaItem } from './meetings/agenda-item';
import { AttendanceRecord } from './meetings/attendance-record';
import { MeetingCorrections1700000091000 } from '../migrations/1700000091000-meeting-corrections';
import { CenterReport } from './meetings/center-report';
import { commandsOfCorrections, entriesOf } from '../foundation/corrections/of-module';
import { RecordsOfMeetingsCorrections1700000094000 } from '../migrations/1700000094000-records-of-meetings-corrections';
import { deliberationsOn } from './consultation/rests-on-meeting';
import { deliberationCorrections } from './corrections/deliberation-corrections';
import { restOnMeetings } from './meetings/rests-on-meeting';
import { convokeMeeting } from './meetings/commands/convoke-meeting';
import { cancelMeeting, closeMeeting, openMeeting } from './meetings/commands/hold-meeting';
import { recordAttendance } from './meetings/commands/record-attendance';
import { recordCenterReport } from './meetings/commands/record-center-report';
import { recordReportForHead } from './meetings/commands/record-report-for-head';
import { recordMemberReport, recordStreetNotice } from './meetings/commands/record-exchange';
import {
  reassignDifficulty,
  solveDifficulty,
  updateDifficulty,
} from './meetings/commands/work-on-difficulty';
import { Difficulty } from './meetings/difficulty';
import { Meeting } from './meetings/meeting';
import { MeetingResolver } from './meetings/meeting.resolver';
import { MemberReport } from './meetings/member-report';
import { StreetNotice } from './meetings/street-notice';
import { draftMinutes, issueMinutes, reviseMinutes } from './minutes/commands/keep-minutes';
import { MinutesCorrection1700000091040 } from '../migrations/1700000091040-minutes-correction';
import { issueMinutesCorrection } from './minutes/commands/issue-minutes-correction';
import { Minutes } from './minutes/minutes';
import { MinutesCorrection } from './minutes/minutes-correction';
import { MinutesItem } from './minutes/minutes-item';
import { AnnualNotice } from './yearly/annual-notice';
import { adoptKeyPoint } from './yearly/commands/adopt-key-point';
import { issueAnnualNotice } from './yearly/commands/issue-annual-notice';
import { recordDeputyActivity } from './yearly/commands/record-deputy-activity';
import { DeputyActivity } from './yearly/deputy-activity';
import { KeyPoint } from './yearly/key-point';

export const deliberationTables = {
  CommitteeDecision,
  MajorMatter,
  Meeting,
  AgendaItem,
  AttendanceRecord,
  MemberReport,
  StreetNotice,
  CenterReport,
  Difficulty,
  Minutes,
  MinutesItem,
  MinutesCorrection,
  KeyPoint,
  BodyMember,
  AppointmentStep,
  PreliminaryOpinion,
  AnnualNotice,
  DeputyActivity,
  ...entriesOf(deliberationCorrections),
};

// The day of a meeting is not moved past what bodies said in it, and what they issued of it.
restOnMeetings(deliberationsOn);

/** The bodies of a street, their meetings, and what the committee decides. */
export const deliberationModule: StreetModule = {
  migrations: [
    CommitteeDecision1700000003000,
    MajorMatter1700000005000,
    Meeting1700000005001,
    Minutes1700000005002,
    KeyPoint1700000005003,
    BodyMember1700000005004,
    PreliminaryOpinion1700000005005,
    AnnualNotice1700000005006,
    BodyMemberSample1700000010002,
    SampleNumbers1700000010003,
    MinutesItemAgenda1700000011001,
    BodyMemberApproval1700000014002,
    SameNumbers1700000016101,
    SameMembers1700000016102,
    Difficulty1700000080000,
    MinutesItemRelation1700000082030,
    OpinionVerdict1700000088500,
    OfficeHolder1700000088530,
    ReportForHead1700000088020,
    MeetingCorrections1700000091000,
    AppointmentDay1700000092010,
    MinutesCorrection1700000091040,
    RecordsOfMeetingsCorrections1700000094000,
  ],
  commands: [
    nominateMember,
    reviewNomination,
    appointMember,
    withdrawNomination,
    endMembership,
    convokeMeeting,
    openMeeting,
    closeMeeting,
    cancelMeeting,
    recordAttendance,
    recordMemberReport,
    recordStreetNotice,
    recordCenterReport,
    recordReportForHead,
    updateDifficulty,
    reassignDifficulty,
    solveDifficulty,
    draftMinutes,
    reviseMinutes,
    issueMinutes,
    issueMinutesCorrection,
    registerMajorMatter,
    recordPreliminaryOpinion,
    decideMajorMatter,
    adoptKeyPoint,
    issueAnnualNotice,
    recordDeputyActivity,
    ...commandsOfCorrections(deliberationCorrections),
  ],
  resolvers: [StreetBodiesResolver, BodyResolver, BodyMemberResolver, MeetingResolver],
};
