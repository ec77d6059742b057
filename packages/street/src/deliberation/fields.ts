import { childrenField, parentField } from '@mtg/commands';
import { zhEn, type Class } from '@mtg/subgraph-kit';
import { AppointmentStep } from './bodies/appointment-step';
import { BodyMember } from './bodies/body-member';
import { appointmentSteps, bodyMembers } from './bodies/body-members';
import { committeeDecisions } from './committee-decisions';
import { MajorMatter } from './matters/major-matter';
import { majorMatters } from './matters/major-matters';
import { PreliminaryOpinion } from './matters/preliminary-opinion';
import { preliminaryOpinions } from './matters/preliminary-opinions';
import { AgendaItem } from './meetings/agenda-item';
import { AttendanceRecord } from './meetings/attendance-record';
import { CenterReport } from './meetings/center-report';
import { Meeting } from './meetings/meeting';
import { meetings } from './meetings/meetings';
import { MemberReport } from './meetings/member-report';
import {
  agendaItems,
  attendanceRecords,
  centerReports,
  memberReports,
  streetNotices,
} from './meetings/records';
import { StreetNotice } from './meetings/street-notice';
import { allMinutes, minutesItems } from './minutes/all-minutes';
import { Minutes } from './minutes/minutes';
import { MinutesItem } from './minutes/minutes-item';
import { AnnualNotice } from './yearly/annual-notice';
import { KeyPoint } from './yearly/key-point';

const ofMeeting = { of: meetings, by: 'meetingId', name: 'meeting' } as const;
const inMeeting = { by: 'meetingId' } as const;
const ofDecision = { of: committeeDecisions, by: 'decisionId', name: 'decision' } as const;

const ofMatter = {
  of: majorMatters,
  by: 'majorMatterId',
  name: 'majorMatter',
  description: zhEn('重大事项', 'The major matter that it is about; null where it is about none'),
} as const;

/** How the rows of deliberation lead to one another. */
export const deliberationFields: readonly Class[] = [
  childrenField(Meeting, { ...inMeeting, name: 'agenda', of: agendaItems }),
  childrenField(Meeting, { ...inMeeting, name: 'attendance', of: attendanceRecords }),
  childrenField(Meeting, { ...inMeeting, name: 'memberReports', of: memberReports }),
  childrenField(Meeting, { ...inMeeting, name: 'notices', of: streetNotices }),
  childrenField(Meeting, { ...inMeeting, name: 'centerReports', of: centerReports }),
  childrenField(Meeting, { ...inMeeting, name: 'opinions', of: preliminaryOpinions }),
  parentField(Meeting, ofMatter),
  parentField(AgendaItem, ofMeeting),
  parentField(AgendaItem, ofMatter),
  parentField(AttendanceRecord, ofMeeting),
  parentField(MemberReport, ofMeeting),
  parentField(StreetNotice, ofMeeting),
  parentField(CenterReport, ofMeeting),
  parentField(AnnualNotice, ofMeeting),
  childrenField(Minutes, { name: 'items', of: minutesItems, by: 'minutesId' }),
  parentField(Minutes, ofMeeting),
  parentField(MinutesItem, { name: 'minutes', of: allMinutes, by: 'minutesId' }),
  childrenField(MajorMatter, { name: 'opinions', of: preliminaryOpinions, by: 'majorMatterId' }),
  parentField(MajorMatter, {
    ...ofDecision,
    description: zhEn('街道工委决策', 'The committee’s decision on it; null until it has decided'),
  }),
  parentField(PreliminaryOpinion, ofMatter),
  parentField(PreliminaryOpinion, ofMeeting),
  parentField(KeyPoint, ofDecision),
  childrenField(BodyMember, { name: 'steps', of: appointmentSteps, by: 'memberId' }),
  parentField(BodyMember, ofDecision),
  parentField(AppointmentStep, { name: 'member', of: bodyMembers, by: 'memberId' }),
];
