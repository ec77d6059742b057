import { AssignmentBatch } from './community-work/assignments/assignment-batch';
import { CommunityAssignment } from './community-work/assignments/community-assignment';
import { ProgressReport } from './community-work/assignments/progress-report';
import { ConveyedDocument } from './community-work/conveyance/conveyed-document';
import { Highlight } from './community-work/conveyance/highlight';
import { CommunityVisit } from './community-work/visits/community-visit';
import { SentimentLog } from './community-work/visits/sentiment-log';
import { VisitPlan } from './community-work/visits/visit-plan';
import { VisitRecord } from './community-work/visits/visit-record';
import { WeeklyItem } from './community-work/weekly-items/weekly-item';
import { Delegation } from './delegation/delegation';
import { DelegationGuidance } from './delegation/delegation-guidance';
import { AppointmentStep } from './deliberation/bodies/appointment-step';
import { BodyMember } from './deliberation/bodies/body-member';
import { CommitteeDecision } from './deliberation/committee-decision';
import { MajorMatter } from './deliberation/matters/major-matter';
import { PreliminaryOpinion } from './deliberation/matters/preliminary-opinion';
import { AgendaItem } from './deliberation/meetings/agenda-item';
import { AttendanceRecord } from './deliberation/meetings/attendance-record';
import { CenterReport } from './deliberation/meetings/center-report';
import { Meeting } from './deliberation/meetings/meeting';
import { MemberReport } from './deliberation/meetings/member-report';
import { StreetNotice } from './deliberation/meetings/street-notice';
import { Minutes } from './deliberation/minutes/minutes';
import { MinutesItem } from './deliberation/minutes/minutes-item';
import { AnnualNotice } from './deliberation/yearly/annual-notice';
import { DeputyActivity } from './deliberation/yearly/deputy-activity';
import { KeyPoint } from './deliberation/yearly/key-point';
import { FeedbackReport } from './dispatch/feedback/feedback-report';
import { Evidence } from './dispatch/orders/evidence';
import { WorkOrder } from './dispatch/orders/work-order';
import { WorkOrderEvent } from './dispatch/orders/work-order-event';
import { Project } from './dispatch/projects/project';
import { Supervision } from './dispatch/supervision/supervision';

/** The tables that commands write, each after those that it refers to. */
export const WORK_TABLES = {
  CommitteeDecision,
  MajorMatter,
  Meeting,
  AgendaItem,
  AttendanceRecord,
  MemberReport,
  StreetNotice,
  CenterReport,
  Minutes,
  MinutesItem,
  KeyPoint,
  BodyMember,
  AppointmentStep,
  PreliminaryOpinion,
  AnnualNotice,
  DeputyActivity,
  Delegation,
  DelegationGuidance,
  Project,
  FeedbackReport,
  WorkOrder,
  WorkOrderEvent,
  Evidence,
  Supervision,
  WeeklyItem,
  AssignmentBatch,
  CommunityAssignment,
  ProgressReport,
  VisitPlan,
  VisitRecord,
  CommunityVisit,
  SentimentLog,
  ConveyedDocument,
  Highlight,
} as const;

export type WorkTables = typeof WORK_TABLES;
