/** The rules of street governance: data and pure functions, no IO. */
export type { Bilingual } from './bilingual';
export type { Refusal } from './refusal';

export { RULES, findRule } from './catalogue';
export { isEnforced, type CatalogueRule, type EnforcedRule, type Rule } from './catalogue/rule';
export { RULE_CODES, type RuleCode } from './catalogue/rule-code';
export { RULE_KIND_LABELS, RuleKind } from './catalogue/rule-kind';
export { verifyQuotations, type QuotationProblem } from './catalogue/verify-quotations';
export { violationOf, type RuleViolation } from './catalogue/violation';

export { r34, type CenterComposition } from './rules/r34-seven-centers';

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
  type BodyHead,
} from './vocabulary/bodies';
export {
  ATTENDANCE_LABELS,
  Attendance,
  MEETING_KIND_LABELS,
  MEETING_TRIGGER_KIND_LABELS,
  MeetingKind,
  MeetingTriggerKind,
} from './vocabulary/meetings';
export {
  APPROVAL_AUTHORITY_LABELS,
  AUTHORITY_LABELS,
  ApprovalAuthority,
  DECISION_OUTCOME_LABELS,
  DecisionOutcome,
  type Authority,
} from './vocabulary/decisions';
export {
  DELEGATION_KIND_LABELS,
  DelegationKind,
  FEEDBACK_RECIPIENT_LABELS,
  FeedbackRecipient,
  WORK_ORDER_SOURCE_LABELS,
  WorkOrderSource,
} from './vocabulary/dispatch';
export {
  CONVEYED_ISSUER_LABELS,
  CONVEYED_KIND_LABELS,
  ConveyedIssuer,
  ConveyedKind,
  VISIT_FORM_LABELS,
  VISIT_UNIT_LABELS,
  VisitForm,
  VisitUnit,
} from './vocabulary/community-work';
export { HANDOVER_ACT_LABELS, HandoverAct, RULED_ROLE_LABELS, RuledRole } from './vocabulary/acting';
export { codesOf, isCodeOf, labelOf, type Codes, type Labels } from './vocabulary/labelled';
export { DECLARED_BASE_TASKS, checkBaseTaskCount } from './vocabulary/base-tasks';
export { CENTER_TYPES, CenterType, isCenterType, type CenterTypeEntry } from './vocabulary/center-type';
export {
  DISTRICT_DIVISION_CODE,
  checkCommunityCode,
  checkStreetDivisionCode,
  communityBelongsTo,
  type CommunityCodeRefusal,
  type StreetCodeRefusal,
} from './vocabulary/division-code';
export { findDuplicates, type Duplicate } from './vocabulary/duplicates';

export { fixedClock, systemClock, type Clock } from './time/clock';
export {
  addDays,
  daysBetween,
  isLocalDay,
  localDay,
  startOfDay,
  weekdayOf,
  type LocalDay,
} from './time/local-day';
export {
  daysOf,
  hasEnded,
  isInLastWeekOfMonth,
  isWithin,
  isoWeekOf,
  monthOf,
  quarterOf,
  yearOf,
  type DaySpan,
  type IsoWeek,
  type Month,
  type Period,
  type Quarter,
  type Year,
} from './time/period';

export {
  nextState,
  transitionsFrom,
  type NextState,
  type TransitionRefusal,
} from './state-machines/next-state';
export {
  labelsOf,
  statesOf,
  targetsOf,
  type StateMachine,
  type StateOf,
  type Transition,
} from './state-machines/state-machine';
export { STATE_MACHINES } from './state-machines/machines';
export {
  APPOINTMENT_MACHINES,
  AppointmentState,
  communityAppointmentMachine,
  streetAppointmentMachine,
} from './state-machines/machines/appointment';
export {
  AssignmentState,
  WeeklyItemState,
  assignmentMachine,
  weeklyItemMachine,
} from './state-machines/machines/community-work';
export { DelegationState, delegationMachine } from './state-machines/machines/delegation';
export { MajorMatterState, majorMatterMachine } from './state-machines/machines/major-matter';
export { MeetingState, meetingMachine } from './state-machines/machines/meeting';
export { MinutesState, minutesMachine } from './state-machines/machines/minutes';
export { SupervisionState, supervisionMachine } from './state-machines/machines/supervision';
export {
  OPEN_WORK_ORDER_STATES,
  WorkOrderState,
  workOrderMachine,
} from './state-machines/machines/work-order';

export { STATISTICS_TITLE, STUDY_TITLE, parseCitation, type Citation, type CitationKind } from './citation';

export { renderRulesPage } from './docs/rules-page';
export { renderStateMachinesPage } from './docs/state-machines-page';
