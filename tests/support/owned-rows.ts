import type { FieldGroup, Role } from '@mtg/access';
import { CORRECTED } from './corrected-tables';

/** Owners of a row, as SQL of an array of codes over the row `r`. An omitted kind has no owner. */
export interface RowEntry {
  readonly table: string;
  readonly group: FieldGroup;
  readonly COMMUNITY?: string;
  readonly CENTER?: string;
  readonly DEPARTMENT?: string;
  readonly AUTHOR?: string;
  /** Columns by which a row belongs to one of another kind, and is read as that one is. */
  readonly as?: Readonly<Record<string, string>>;
  /** Rows, by SQL over `r`, that only these roles see of those who read them otherwise. */
  readonly hidden?: { readonly when: string; readonly roles: readonly Role[] };
}

const rows = (
  group: FieldGroup,
  table: string,
  owners: Omit<RowEntry, 'group' | 'table'> = {},
): RowEntry => ({
  table,
  group,
  ...owners,
});

const departmentsOf = (orders: string): string =>
  `(SELECT array_agg(d.department_code) FROM work_order w JOIN delegation d ON d.id = w.delegation_id WHERE ${orders})`;
const OF_ORDER = { DEPARTMENT: departmentsOf('w.id = r.work_order_id') };
const OF_COMMUNITY = { COMMUNITY: 'ARRAY[r.community_code]' };
/** Owners of rows that are none of a kind’s, although readers of their group are narrowed by it. */
export const NONE = 'ARRAY[]::text[]';
const SENTIMENT = {
  ...OF_COMMUNITY,
  CENTER: 'ARRAY[r.center_code]',
  AUTHOR: 'ARRAY[r.author_subject]',
};

const MANDATING = `(SELECT ARRAY[m.department_code] FROM enforcement_action a
  JOIN enforcement_mandate m ON m.id = a.mandate_id WHERE a.id = r.action_id)`;

const OF_CONSULTATION = {
  DEPARTMENT: '(SELECT ARRAY[c.department_code] FROM consultation c WHERE c.id = r.consultation_id)',
};

/** Every kind of row of a street by its type, and whose each is; written from what the table of readers says of it. */
const RECORDED: Readonly<Record<string, RowEntry>> = {
  CommitteeDecision: rows('DECISIONS', 'committee_decision', {
    DEPARTMENT: '(SELECT array_agg(d.department_code) FROM delegation d WHERE d.decision_id = r.id)',
  }),
  MajorMatter: rows('DELIBERATION', 'major_matter'),
  PreliminaryOpinion: rows('DELIBERATION', 'preliminary_opinion'),
  Meeting: rows('DELIBERATION', 'meeting'),
  AgendaItem: rows('DELIBERATION', 'agenda_item'),
  AttendanceRecord: rows('DELIBERATION', 'attendance_record'),
  MemberReport: rows('DELIBERATION', 'member_report'),
  StreetNotice: rows('DELIBERATION', 'street_notice'),
  CenterReport: rows('DELIBERATION', 'center_report'),
  Difficulty: rows('DELIBERATION', 'difficulty'),
  Minutes: rows('DELIBERATION', 'minutes'),
  MinutesItem: rows('DELIBERATION', 'minutes_item'),
  MinutesCorrection: rows('DELIBERATION', 'minutes_correction'),
  KeyPoint: rows('DELIBERATION', 'key_point'),
  AnnualNotice: rows('DELIBERATION', 'annual_notice'),
  DeputyActivity: rows('DEPUTY_REPORTS', 'deputy_activity'),
  BodyMember: rows('MEMBERSHIP', 'body_member', {
    ...OF_COMMUNITY,
    DEPARTMENT: `CASE WHEN r.community_code IS NULL THEN ARRAY['ORGANIZATION_DEPARTMENT'] END`,
  }),
  AppointmentStep: rows('MEMBERSHIP', 'appointment_step', {
    COMMUNITY: '(SELECT ARRAY[m.community_code] FROM body_member m WHERE m.id = r.member_id)',
    DEPARTMENT: `(SELECT ARRAY['ORGANIZATION_DEPARTMENT'] FROM body_member m WHERE m.id = r.member_id AND m.community_code IS NULL)`,
  }),
  Delegation: rows('DELEGATION', 'delegation', { DEPARTMENT: 'ARRAY[r.department_code]' }),
  DelegationGuidance: rows('DELEGATION', 'delegation_guidance', {
    DEPARTMENT: '(SELECT ARRAY[d.department_code] FROM delegation d WHERE d.id = r.delegation_id)',
  }),
  Project: rows('DISPATCH', 'project', { DEPARTMENT: departmentsOf('w.project_id = r.id') }),
  WorkOrder: rows('DISPATCH', 'work_order', { DEPARTMENT: departmentsOf('w.id = r.id') }),
  WorkOrderEvent: rows('DISPATCH', 'work_order_event', OF_ORDER),
  Evidence: rows('DISPATCH', 'evidence', OF_ORDER),
  Supervision: rows('DISPATCH', 'supervision', OF_ORDER),
  FeedbackReport: rows('DISPATCH', 'feedback_report', { DEPARTMENT: 'r.department_codes' }),
  WeeklyItem: rows('COMMUNITY_WORK', 'weekly_item', { COMMUNITY: 'r.community_codes' }),
  AssignmentBatch: rows('COMMUNITY_WORK', 'assignment_batch', {
    COMMUNITY: '(SELECT array_agg(a.community_code) FROM community_assignment a WHERE a.batch_id = r.id)',
  }),
  CommunityAssignment: rows('COMMUNITY_WORK', 'community_assignment', OF_COMMUNITY),
  ProgressReport: rows('COMMUNITY_WORK', 'progress_report', OF_COMMUNITY),
  ConveyedDocument: rows('COMMUNITY_WORK', 'conveyed_document', OF_COMMUNITY),
  Highlight: rows('COMMUNITY_WORK', 'highlight', OF_COMMUNITY),
  LedgerEntry: rows('COMMUNITY_WORK', 'ledger_entry', OF_COMMUNITY),
  SupportIssue: rows('COMMUNITY_WORK', 'support_issue', OF_COMMUNITY),
  SupportContribution: rows('COMMUNITY_WORK', 'support_contribution', {
    COMMUNITY: '(SELECT ARRAY[i.community_code] FROM support_issue i WHERE i.id = r.support_issue_id)',
  }),
  SupportSolution: rows('COMMUNITY_WORK', 'support_solution', {
    COMMUNITY: '(SELECT ARRAY[i.community_code] FROM support_issue i WHERE i.id = r.support_issue_id)',
  }),
  OrganizationLink: rows('PLANNING', 'organization_link'),
  FosteredOrganization: rows('SERVICES', 'fostered_organization', OF_COMMUNITY),
  FosteringStage: rows('SERVICES', 'fostering_stage', {
    COMMUNITY:
      '(SELECT ARRAY[o.community_code] FROM fostered_organization o WHERE o.id = r.fostered_organization_id)',
  }),
  JointActivity: rows('SERVICES', 'joint_activity', OF_COMMUNITY),
  NeedProposal: rows('SERVICES', 'need_proposal', { COMMUNITY: 'r.community_codes' }),
  ServiceProject: rows('SERVICES', 'service_project', OF_COMMUNITY),
  ServiceMilestone: rows('SERVICES', 'service_milestone', {
    COMMUNITY: '(SELECT ARRAY[p.community_code] FROM service_project p WHERE p.id = r.service_project_id)',
  }),
  VisitPlan: rows('VISITS', 'visit_plan', { COMMUNITY: 'r.community_codes' }),
  // Hall visits are in no community.
  HallVisit: rows('VISITS', 'hall_visit', { COMMUNITY: NONE }),
  CommunityVisit: rows('VISITS', 'community_visit', OF_COMMUNITY),
  VisitRecord: rows('VISIT_RECORDS', 'visit_record', SENTIMENT),
  SentimentLog: rows('SENTIMENT', 'sentiment_log', SENTIMENT),
  SentimentFollowUp: rows('COMMUNITY_WORK', 'sentiment_follow_up', {
    COMMUNITY: '(SELECT ARRAY[l.community_code] FROM sentiment_log l WHERE l.id = r.sentiment_log_id)',
  }),
  EnforcementMandate: rows('ENFORCEMENT', 'enforcement_mandate', { DEPARTMENT: 'ARRAY[r.department_code]' }),
  EnforcementTeam: rows('ENFORCEMENT', 'enforcement_team', {
    DEPARTMENT: '(SELECT array_agg(m.department_code) FROM enforcement_team_member m WHERE m.team_id = r.id)',
  }),
  EnforcementTeamMember: rows('ENFORCEMENT', 'enforcement_team_member', {
    DEPARTMENT: 'ARRAY[r.department_code]',
  }),
  EnforcementAction: rows('ENFORCEMENT', 'enforcement_action', {
    DEPARTMENT: '(SELECT ARRAY[m.department_code] FROM enforcement_mandate m WHERE m.id = r.mandate_id)',
  }),
  EnforcementParticipant: rows('ENFORCEMENT', 'enforcement_participant', {
    DEPARTMENT: MANDATING,
  }),
  EnforcementObject: rows('ENFORCEMENT_OBJECTS', 'enforcement_object', {
    CENTER: `ARRAY['PUBLIC_SECURITY']`,
    AUTHOR: 'ARRAY[r.author_subject]',
    DEPARTMENT: MANDATING,
  }),
  FundReceipt: rows('FUNDS', 'fund_receipt'),
  FundRecallAnswer: rows('FUNDS', 'fund_recall_answer'),
  Expenditure: rows('FUNDS', 'expenditure'),
  Plan: rows('PLANNING', 'plan'),
  PlanItem: rows('PLANNING', 'plan_item'),
  UnitLink: rows('EVALUATION', 'unit_link', { DEPARTMENT: 'ARRAY[r.department_code]' }),
  DepartmentReport: rows('EVALUATION', 'department_report', {
    DEPARTMENT:
      '(SELECT array_agg(e.department_code) FROM department_report_entry e WHERE e.report_id = r.id)',
  }),
  DepartmentReportEntry: rows('EVALUATION', 'department_report_entry', {
    DEPARTMENT: 'ARRAY[r.department_code]',
  }),
  CountedOrder: rows('EVALUATION', 'counted_order', {
    DEPARTMENT: '(SELECT ARRAY[e.department_code] FROM department_report_entry e WHERE e.id = r.entry_id)',
  }),
  MemberPerformanceReport: rows('PERSONNEL', 'member_performance_report', {
    DEPARTMENT: 'ARRAY[r.department_code]',
  }),
  PersonnelSuggestion: rows('PERSONNEL', 'personnel_suggestion', {
    DEPARTMENT: `CASE WHEN r.sent_at IS NOT NULL THEN ARRAY['ORGANIZATION_DEPARTMENT', r.department_code] END`,
  }),
  PersonnelEvidence: rows('PERSONNEL', 'personnel_evidence', {
    DEPARTMENT: `(SELECT ARRAY['ORGANIZATION_DEPARTMENT', s.department_code] FROM personnel_suggestion s
      WHERE s.id = r.suggestion_id AND s.sent_at IS NOT NULL)`,
  }),
  DeputyReport: rows('DEPUTY_REPORTS', 'deputy_report'),
  DeputyReportActivity: rows('DEPUTY_REPORTS', 'deputy_report_activity'),
  DepartmentLink: rows('CONSULTATION', 'department_link', { DEPARTMENT: 'ARRAY[r.department_code]' }),
  Consultation: rows('CONSULTATION', 'consultation', { DEPARTMENT: 'ARRAY[r.department_code]' }),
  ConsultationConclusion: rows('CONSULTATION', 'consultation_conclusion', OF_CONSULTATION),
  ConsultationComment: rows('CONSULTATION', 'consultation_comment', OF_CONSULTATION),
  JointAction: rows('CONSULTATION', 'joint_action', { DEPARTMENT: 'r.department_codes' }),
  JointActionCall: rows('CONSULTATION', 'joint_action_call', {
    DEPARTMENT: '(SELECT j.department_codes FROM joint_action j WHERE j.id = r.joint_action_id)',
  }),
  NextMonthLink: rows('PLANNING', 'next_month_link'),
  RuleFinding: rows('CADENCE', 'rule_finding'),
  FindingAnswer: rows('CADENCE', 'finding_answer'),
  ReturnRequest: rows('DISPATCH', 'return_request', OF_ORDER),
  ExtensionRequest: rows('DISPATCH', 'extension_request', OF_ORDER),
  DelegationConclusion: rows('DELEGATION', 'delegation_conclusion', {
    DEPARTMENT: '(SELECT ARRAY[d.department_code] FROM delegation d WHERE d.id = r.delegation_id)',
  }),
  Judgement: rows('CADENCE', 'judgement'),
  Person: rows('PEOPLE', 'person'),
  PostHolding: rows('PEOPLE', 'post_holding'),
  Leave: rows('PEOPLE', 'leave'),
  HandOver: rows('PEOPLE', 'hand_over'),
  HandedOverItem: rows('PEOPLE', 'handed_over_item'),
  MessageReading: rows('MESSAGES', 'message_reading', { AUTHOR: 'ARRAY[r.reader]' }),
  Attachment: rows('ATTACHMENTS', 'attachment', {
    // None of these readers is the uploader, who sees them too.
    hidden: { when: 'r.withdrawn_at IS NOT NULL', roles: ['AUDITOR'] },
    as: {
      Meeting: 'meeting_id',
      Minutes: 'minutes_id',
      Delegation: 'delegation_id',
      WorkOrder: 'work_order_id',
      LedgerEntry: 'ledger_entry_id',
      SupportIssue: 'support_issue_id',
      Expenditure: 'expenditure_id',
      VisitRecord: 'visit_record_id',
      SentimentLog: 'sentiment_log_id',
      EnforcementObject: 'enforcement_object_id',
    },
  }),
};

/** A correction is read as the row that it corrects. */
const correctionOf = ({ table, group, COMMUNITY, CENTER, DEPARTMENT, AUTHOR }: RowEntry): RowEntry => ({
  table: `${table}_correction`,
  group,
  ...Object.fromEntries(
    Object.entries({ COMMUNITY, CENTER, DEPARTMENT, AUTHOR }).map(([kind, of]) => [
      kind,
      of === undefined || of === NONE
        ? of
        : `(SELECT ${of.replaceAll(/\br\./gu, 'x.')} FROM ${table} x WHERE x.id = r.corrected_id)`,
    ]),
  ),
});

/** Rows and their corrections by type. */
export const ROWS: Readonly<Record<string, RowEntry>> = {
  ...RECORDED,
  ...Object.fromEntries(
    CORRECTED.map((type) => [`${type}Correction`, correctionOf(RECORDED[type] ?? rows('AUDIT', type))]),
  ),
};
