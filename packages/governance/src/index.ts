/** The rules of street governance: data and pure functions, no IO. */
export { withArticle } from './article';
export type { Bilingual } from './bilingual';
export type { Refusal } from './refusal';

export { RULES, findRule } from './rules';
export { isEnforced, type CatalogueRule, type EnforcedRule, type Rule } from './catalogue/rule';
export { RULE_CODES, type RuleCode } from './catalogue/rule-code';
export { RULE_KIND_LABELS, RuleKind } from './catalogue/rule-kind';
export { verifyQuotations, type QuotationProblem } from './catalogue/verify-quotations';
export type { RuleViolation } from './catalogue/violation';

export { findingsOfTask } from './checks/batch-assignment';
export { dayNotFuture } from './checks/day';
export type { InputProblem } from './checks/input-problem';
export type { StateProblem } from './checks/state-problem';
export { isBlank, type Maybe, type MemberUnit } from './checks/facts';
export { comparisonForm, looksSame } from './text/comparison-form';
export { LINE, MARK, problemsOfText, TEXT, type TextKind } from './checks/text-problems';
export {
  haveBothFormed,
  r01,
  type BodyConsultation,
  type MajorMatterDecision,
  type MajorMatterDeployment,
  type PreliminaryOpinion,
} from './rules/r01-collective-deliberation';
export { r02, type QuarterOfJointMeetings } from './rules/r02-quarterly-joint-meeting';
export { r03, type ClosingJointMeeting, type StreetNotice } from './rules/r03-mutual-reporting';
export { r04, type YearOfNotices } from './rules/r04-annual-notice';
export { r05, type Convocation, type MeetingTrigger } from './rules/r05-special-meeting';
export { r06, type MinutesDeployment } from './rules/r06-deployment-by-minutes';
export type { Candidate, SeatHolder } from './checks/appointing';
export type { ApprovalReference } from './checks/approval';
export { r07, type DepartmentRequest } from './rules/r07-district-government-approval';
export { r08, type DelegationRecord } from './rules/r08-written-lawful-delegation';
export { r09, type HandoverAttempt } from './rules/r09-no-private-acceptance';
export { r10, type DelegationStep } from './rules/r10-delegation-admission';
export type {
  KeyPointAdoption,
  WorkOrderDraft,
  WorkOrderExtension,
  WorkOrderOrigin,
} from './checks/order-facts';
export { r11 } from './rules/r11-work-order-dispatch';
export { isOverdue, r12, type SupervisedOrder, type SupervisionSweep } from './rules/r12-supervision';
export { r13, type FeedbackDraft, type ReportedOrder } from './rules/r13-centralized-feedback';
export { r19, type ProjectCharter, type YearOfRetreats } from './rules/r19-annual-retreat';
export {
  r21,
  type WeekOfMeetings,
  type WeeklyConvocation,
  type WeeklyReport,
  type WeeklyReportDraft,
} from './rules/r21-weekly-meeting';
export {
  r22,
  type CitedWeeklyItem,
  type CommunityTask,
  type WeeklyItemStep,
} from './rules/r22-passed-at-weekly-meeting';
export { r23, type BatchIssue, type BatchTask } from './rules/r23-integrated-assignment';
export {
  DEFAULT_VISIT_DAYS,
  r24,
  type CountedVisit,
  type VisitDraft,
  type VisitPlanDraft,
  type WeekOfVisits,
} from './rules/r24-community-visits';
export { r25, type FiveRequisites } from './rules/r25-five-requisites';
export { r26, type Conveyance, type Highlight } from './rules/r26-conveying-and-highlights';
export { r27, type LedgerStatement, type LedgerVerification } from './rules/r27-ledger';
export { r32, type AppointmentStep } from './rules/r32-appointment';
export { r34, type CenterComposition } from './rules/r34-seven-centers';

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
export { precedes, type Moment } from './time/moment';
export {
  daysOf,
  hasEnded,
  isInLastWeekOfMonth,
  isWithin,
  isoWeekOf,
  kindOf,
  monthOf,
  quarterOf,
  yearOf,
  type DaySpan,
  type IsoWeek,
  type Month,
  type Period,
  type PeriodKind,
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
  OPEN_ASSIGNMENT_STATES,
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
  FRUITLESS_WORK_ORDER_STATES,
  OPEN_WORK_ORDER_STATES,
  WorkOrderState,
  workOrderMachine,
} from './state-machines/machines/work-order';

export { STATISTICS_TITLE, STUDY_TITLE, parseCitation, type Citation, type CitationKind } from './citation';

export { renderRulesPage } from './docs/rules-page';
export { renderStateMachinesPage } from './docs/state-machines-page';
export * from './effects';
export * from './vocabulary';
