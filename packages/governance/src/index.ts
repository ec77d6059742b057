/** The rules of street governance: data and pure functions, no IO. */
export { withArticle } from './article';
export type { Bilingual } from './bilingual';

export { RULES, findRule } from './rules';
export { isEnforced, type CatalogueRule, type Rule } from './catalogue/rule';
export type { RuleCode } from './catalogue/rule-code';
export { RULE_KIND_LABELS, RuleKind } from './catalogue/rule-kind';
export { verifyQuotations } from './catalogue/verify-quotations';
export type { RuleViolation } from './catalogue/violation';

export { dayHappened, dayNotFuture, type Earliest } from './checks/day';
export { sentimentTheme } from './checks/sentiment-theme';
export type { InputProblem } from './checks/input-problem';
export type { StateProblem } from './checks/state-problem';
export { isBlank, type MemberUnit } from './checks/facts';
export { comparisonForm, looksSame } from './text/comparison-form';
export { LINE, MARK, problemsOfText, PROSE, TEXT, TITLE, type TextKind } from './checks/text-problems';
export {
  r01,
  type MajorMatterDeployment,
  type PreliminaryOpinion,
} from './rules/r01-collective-deliberation';
export { r02 } from './rules/r02-quarterly-joint-meeting';
export type { ClosingJointMeeting } from './rules/r03-mutual-reporting';
export type { ClosingSpecialMeeting } from './rules/r05-special-meeting';
export { r04 } from './rules/r04-annual-notice';
export { r06 } from './rules/r06-deployment-by-minutes';
export type { ExtensionLimits, WorkOrderExtension } from './checks/order-facts';
export type { SeatHolder } from './checks/appointing';
export type { ApprovalReference } from './checks/approval';
export type { ProcurementNeedReference } from './checks/procurement-need';
export type { SocialOrganizationReference } from './checks/social-organization';
export { r11 } from './rules/r11-work-order-dispatch';
export { isOverdue, r12 } from './rules/r12-supervision';
export { r13 } from './rules/r13-centralized-feedback';
export { departmentReportDueFrom, r14 } from './rules/r14-report-before-appraisal';
export { r16 } from './rules/r16-deputies-and-committee-members';
export { planDueOn, r17 } from './rules/r17-annual-and-monthly-plans';
export { isLinkedThrough, r18 } from './rules/r18-monthly-consultation';
export { r19 } from './rules/r19-annual-retreat';
export { r20 } from './rules/r20-monthly-progress';
export { r21 } from './rules/r21-weekly-meeting';
export { r22 } from './rules/r22-passed-at-weekly-meeting';
export {
  DEFAULT_VISIT_DAYS,
  r24,
  visitDaysAsked,
  type CountedVisit,
  type ShortWeeks,
  type WeekOfVisits,
} from './rules/r24-community-visits';
export { r25 } from './rules/r25-five-requisites';
export { r27 } from './rules/r27-ledger';
export { r31 } from './rules/r31-funds';
export { r29 } from './rules/r29-social-organization-links';
export { r30 } from './rules/r30-procurement-catalogue';
export { r32 } from './rules/r32-appointment';
export { areInForce, r33, type DelegatedPowers } from './rules/r33-delegated-enforcement';
export { r34 } from './rules/r34-seven-centers';

export { judge, type Counted, type Judged } from './checks/judged';
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
  lastWorkingDay,
  lastWorkingWeek,
  overdueBefore,
  PLAIN_WEEKS,
  unknownHolidays,
  workCalendarOf,
  workingDaysOf,
  type WorkCalendar,
} from './time/work-calendar';
export type { Moment } from './time/moment';
export {
  daysOf,
  FIRST_YEAR,
  hasEnded,
  isoWeekOf,
  LAST_YEAR,
  monthOf,
  quarterOf,
  yearOf,
  type IsoWeek,
  type Month,
  type Period,
  type Quarter,
  type Year,
} from './time/period';

export { nextState, transitionsFrom, type TransitionRefusal } from './state-machines/next-state';
export {
  labelsOf,
  targetsOf,
  type StateMachine,
  type StateOf,
  type Transition,
} from './state-machines/state-machine';
export { STATE_MACHINES } from './state-machines/machines';
export {
  APPOINTMENT_MACHINES,
  AppointmentState,
  streetAppointmentMachine,
} from './state-machines/machines/appointment';
export {
  AssignmentState,
  OPEN_ASSIGNMENT_STATES,
  WeeklyItemState,
  assignmentMachine,
  weeklyItemMachine,
} from './state-machines/machines/community-work';
export { CatalogueAnswerState, catalogueAnswerMachine } from './state-machines/machines/catalogue-answer';
export { DelegationState, delegationMachine } from './state-machines/machines/delegation';
export {
  FundRecallState,
  FundTransferState,
  fundRecallMachine,
  fundTransferMachine,
} from './state-machines/machines/funds';
export {
  ExtensionRequestState,
  extensionRequestMachine,
  ReturnRequestState,
  returnRequestMachine,
} from './state-machines/machines/order-requests';
export { FindingAnswerState, findingAnswerMachine } from './state-machines/machines/finding-answer';
export { DifficultyState, difficultyMachine } from './state-machines/machines/difficulty';
export { MajorMatterState, majorMatterMachine } from './state-machines/machines/major-matter';
export { MeetingState, meetingMachine } from './state-machines/machines/meeting';
export { MinutesState, minutesMachine } from './state-machines/machines/minutes';
export { ConsultationState, consultationMachine } from './state-machines/machines/consultation';
export { PlanState, planMachine } from './state-machines/machines/plan';
export {
  NeedProposalState,
  OPEN_SERVICE_PROJECT_STATES,
  ServiceProjectState,
  needProposalMachine,
  serviceProjectMachine,
} from './state-machines/machines/services';
export {
  OPEN_SUPPORT_STATES,
  SupportIssueState,
  supportIssueMachine,
} from './state-machines/machines/support';
export {
  PersonnelSuggestionState,
  personnelSuggestionMachine,
} from './state-machines/machines/personnel-suggestion';
export { SupervisionState, supervisionMachine } from './state-machines/machines/supervision';
export {
  FRUITLESS_WORK_ORDER_STATES,
  OPEN_WORK_ORDER_STATES,
  WorkOrderState,
  workOrderMachine,
} from './state-machines/machines/work-order';

export {
  amountLeft,
  amountOf,
  fenOf,
  isAmount,
  negatedAmount,
  normalAmount,
  sumOfAmounts,
  type Amount,
} from './money/amount';

export { parseCitation } from './citation';

export { renderRulesPage, type RuleProof } from './docs/rules-page';
export { renderStateMachinesPage } from './docs/state-machines-page';
export * from './effects';
export * from './vocabulary';
export { remembered } from './time/remembered';
