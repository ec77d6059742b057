/** Words of the reform, with their labels in both languages. */
export {
  BODY_HEADS,
  BODY_KIND_LABELS,
  BODY_POSITION_LABELS,
  BodyKind,
  BodyPosition,
  EX_OFFICIO_LABELS,
  ExOfficio,
  MEMBER_CATEGORIES_OF,
  MEMBER_CATEGORY_LABELS,
  MemberCategory,
  STREET_BODY_KINDS,
} from './bodies';
export {
  DUTY_STATUS_LABELS,
  DutyStatus,
  FINDING_STATE_LABELS,
  FINDING_SUBJECT_LABELS,
  FindingState,
  VERDICT_LABELS,
  Verdict,
  type FindingSubject,
} from './judgement';
export { MESSAGE_PLACE_LABELS, MessagePlace } from './messages';
export { ATTACHED_TO_LABELS, AttachedTo, SCAN_STATE_LABELS, ScanState } from './attachments';
export { CALENDAR_DAY_LABELS, CalendarDayKind } from './calendar-day';
export {
  ATTENDANCE_LABELS,
  Attendance,
  MEETING_KIND_LABELS,
  MEETING_TRIGGER_KIND_LABELS,
  MeetingKind,
  MeetingTriggerKind,
} from './meetings';
export {
  APPROVAL_AUTHORITY_LABELS,
  APPROVAL_PURPOSE_LABELS,
  AUTHORITY_LABELS,
  ApprovalAuthority,
  ApprovalPurpose,
  DECISION_OUTCOME_LABELS,
  DecisionOutcome,
  OPINION_VERDICT_LABELS,
  OpinionVerdict,
  PURPOSES_OF,
  type Authority,
} from './decisions';
export {
  CONCLUSION_STEP_LABELS,
  ConclusionStep,
  DELEGATION_KIND_LABELS,
  DelegationKind,
  FEEDBACK_RECIPIENT_LABELS,
  FeedbackRecipient,
  WORK_ORDER_SOURCE_LABELS,
  WorkOrderSource,
} from './dispatch';
export {
  CONVEYED_ISSUER_LABELS,
  CONVEYED_KIND_LABELS,
  ConveyedIssuer,
  ConveyedKind,
  LEDGER_KIND_LABELS,
  LedgerKind,
  VISIT_FORM_LABELS,
  VisitForm,
  VisitUnit,
} from './community-work';
export {
  ENFORCEMENT_FORM_LABELS,
  ENFORCEMENT_KIND_LABELS,
  EnforcementForm,
  EnforcementKind,
} from './enforcement';
export {
  BOOK_DIFFERENCE_LABELS,
  BookDifferenceKind,
  RECALL_OUTCOME_LABELS,
  RECEIPT_OUTCOME_LABELS,
  RecallOutcome,
  ReceiptOutcome,
} from './funds';
export { PLAN_ITEM_KIND_LABELS, PLAN_KIND_LABELS, PlanItemKind, PlanKind } from './planning';
export {
  COMMUNITY_SERVICE_KIND_LABELS,
  CommunityServiceKind,
  LINKED_ORGANIZATION_KINDS,
  SOCIAL_ORGANIZATION_KIND_LABELS,
  SocialOrganizationKind,
  SUPPORT_KIND_LABELS,
  SOLUTION_ANSWER_LABELS,
  SolutionAnswer,
  SupportKind,
} from './services';
export {
  DEPUTY_REPORT_RECIPIENT_LABELS,
  DeputyReportRecipient,
  PERSONNEL_EVIDENCE_LABELS,
  PersonnelEvidenceKind,
  SuggestionRecipient,
} from './evaluation';
export { codesOf, labelOf, listOf, type Codes, type Labels } from './labelled';
export { DECLARED_BASE_TASKS, checkBaseTaskCount } from './base-tasks';
export { CENTER_TYPES, centerName, CenterType, centerTypeNamed, isCenterType } from './center-type';
export { checkCommunityCode, checkStreetDivisionCode } from './division-code';
export { VERBS, type Verb } from './verbs';
export { shownCode } from './shown-code';
export { findDuplicates } from './duplicates';
export { HELD_POST_LABELS, HeldPost, LEAVE_KIND_LABELS, LeaveKind } from './people';
