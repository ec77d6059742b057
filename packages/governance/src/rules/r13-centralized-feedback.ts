import type { EnforcedRule, Rule } from '../catalogue/rule';
import { violationsOf, type RuleViolation } from '../catalogue/violation';
import { findingsAfter } from '../checks/cadence';
import { isBlank, type Maybe } from '../checks/facts';
import { unless } from '../checks/unless';
import { workOrderMachine, WorkOrderState } from '../state-machines/machines/work-order';
import { stateName } from '../state-machines/state-machine';
import type { LocalDay } from '../time/local-day';
import type { Month } from '../time/period';
import { periodName } from '../time/period-name';
import { RuledRole } from '../vocabulary/acting';
import { FEEDBACK_RECIPIENT_LABELS } from '../vocabulary/dispatch';
import { isCodeOf, listOf } from '../vocabulary/labelled';
import { findDuplicates } from '../vocabulary/duplicates';

/** An order that a feedback report lists. */
export interface ReportedOrder {
  readonly number: string;
  readonly state: string;
  /** Number of the report in which it already stands. */
  readonly alreadyReportedIn?: Maybe<string>;
  /** Code of the department whose delegation it carries out. */
  readonly delegatedBy?: Maybe<string>;
  /** Codes of the departments that take part in its project. */
  readonly participants?: readonly string[];
}

/** A feedback report about to be issued. */
export interface FeedbackDraft {
  /** The role in which the reporter acts. */
  readonly role: string;
  /** Kinds of recipients. */
  readonly recipients: readonly string[];
  /** Codes of the departments among the recipients. */
  readonly departmentCodes?: readonly string[];
  /** Names of departments by their codes, as far as they are known. */
  readonly departmentNames?: ReadonlyMap<string, string>;
  readonly orders: readonly ReportedOrder[];
}

/** One street's closed orders, looked back at after the end of a month. */
export interface MonthOfClosedOrders {
  readonly month: Month;
  readonly today: LocalDay;
  /** Numbers of the orders that were closed in the month. */
  readonly closedOrders: readonly string[];
  /** Numbers of those that stand in a report. */
  readonly reportedOrders: readonly string[];
}

const definition: Rule = {
  code: 'R13',
  name: { zh: '集中反馈', en: 'Central feedback' },
  sentence: '集中向区委、区政府和有关部门反馈工作完成情况',
  lines: [122],
  english:
    '[The General Affairs Management Center] reports the completion of work, in one place, to the District Party Committee, the district government and the departments concerned.',
  kinds: ['PRECONDITION', 'CADENCE'],
  invariant: {
    zh: '只有综合管理中心可以向区委、区政府或职能部门反馈；每个办结的派单恰好出现在一份反馈中；承办委托事项的派单，其反馈须送达委托的职能部门；反馈只送达与所列派单有关的职能部门。当月办结的派单，应在月末前反馈。',
    en: 'Only the General Affairs Management Center reports to the District Party Committee, the district government or departments. Each closed work order appears in exactly one feedback report. Orders of a delegation are reported to the delegating department. Reports go only to departments concerned by one of their orders. Orders closed in a month are reported by its end.',
  },
  note: {
    zh: '“有关部门”按派单理解：委托该事项的部门，和所属项目的参与部门。',
    en: '“The departments concerned” are the delegating department and the participating departments of the order’s project.',
  },
};

const violation = violationsOf(definition);

/** R13 集中反馈: feedback through one center (precondition and cadence; seed:122). */
export const r13: EnforcedRule<FeedbackDraft | MonthOfClosedOrders> = {
  ...definition,
  check: (facts) => ('closedOrders' in facts ? checkMonth(facts) : checkDraft(facts)),
};

function checkDraft({
  role,
  recipients,
  departmentCodes = [],
  departmentNames = new Map(),
  orders,
}: FeedbackDraft): readonly RuleViolation[] {
  return [
    ...unless(role === RuledRole.DISPATCHER, () =>
      violation(
        'role',
        '只有综合管理中心可以向区委、区政府和有关部门反馈。请交由综合管理中心集中反馈。',
        'Only the General Affairs Management Center can report to the District Party Committee, the district government and departments. Ask that center to report.',
      ),
    ),
    ...checkRecipients(recipients),
    ...unless(orders.length > 0, () =>
      violation(
        'workOrderIds',
        '反馈没有列出任何派单。请列出要反馈的已办结派单。',
        'The report lists no work orders. List the closed orders to report.',
      ),
    ),
    ...orders.flatMap(checkOrder),
    ...checkDelegating(departmentCodes, orders, departmentNames),
    ...checkConcerned(departmentCodes, orders, departmentNames),
    ...findDuplicates(orders.map(({ number }) => number)).map(({ code }) =>
      violation(
        'workOrderIds',
        `派单 ${code} 在同一份反馈中列出多次。请只列一次。`,
        `Work order ${code} is listed more than once. List it once.`,
      ),
    ),
  ];
}

/** Orders that a message names. */
const MOST_NAMED = 10;

function checkMonth({
  month,
  today,
  closedOrders,
  reportedOrders,
}: MonthOfClosedOrders): readonly RuleViolation[] {
  return findingsAfter(definition, { kind: 'MONTH', period: month, today }, () => {
    const missing = closedOrders.filter((number) => !reportedOrders.includes(number));
    const { zh, en } = periodName(month);
    const some = missing.slice(0, MOST_NAMED).join(', ');
    const more = missing.length - MOST_NAMED;
    return unless(missing.length === 0, () =>
      violation(
        'workOrderIds',
        `${zh}办结的派单没有列入任何反馈：${some}${more > 0 ? `，另有${more}项` : ''}。请集中反馈（issueFeedbackReport）。`,
        `Work orders closed in ${en} stand in no feedback report: ${some}${more > 0 ? ` and ${more} others` : ''}. Report them (issueFeedbackReport).`,
      ),
    );
  });
}

function checkRecipients(recipients: readonly string[]): readonly RuleViolation[] {
  const { zh, en } = listOf(FEEDBACK_RECIPIENT_LABELS);
  return unless(
    recipients.length > 0 && recipients.every((recipient) => isCodeOf(FEEDBACK_RECIPIENT_LABELS, recipient)),
    () =>
      violation(
        'recipients',
        `反馈须送达${zh}中的至少一个，且只能是这些。请更正。`,
        `The recipients must be at least one of ${en}, and only these. Correct the recipients.`,
      ),
  );
}

function checkDelegating(
  departments: readonly string[],
  orders: readonly ReportedOrder[],
  names: ReadonlyMap<string, string>,
): readonly RuleViolation[] {
  return orders
    .filter(({ delegatedBy }) => !isBlank(delegatedBy) && !departments.includes(delegatedBy ?? ''))
    .map(({ number, delegatedBy }) => ({ number, department: names.get(delegatedBy ?? '') ?? delegatedBy }))
    .map(({ number, department }) =>
      violation(
        'departmentCodes',
        `派单 ${number} 承办${department}的委托事项，反馈却不送达该部门。请将其列入反馈的职能部门，或将此派单另行反馈。`,
        `Work order ${number} carries out a delegation by ${department}, but the report does not go to that department. Add it to the departments, or report this order separately.`,
      ),
    );
}

function checkConcerned(
  departments: readonly string[],
  orders: readonly ReportedOrder[],
  names: ReadonlyMap<string, string>,
): readonly RuleViolation[] {
  const concerned = new Set(
    orders.flatMap(({ delegatedBy, participants = [] }) => [delegatedBy, ...participants]),
  );
  return departments
    .filter((code) => !concerned.has(code))
    .map((code) => names.get(code) ?? code)
    .map((department) =>
      violation(
        'departmentCodes',
        `所列派单与${department}无关：它既不是委托部门，也不是其项目的参与部门。请从反馈的职能部门中去掉。`,
        `None of the orders concerns ${department}: it is neither a delegating department nor a participant in their projects. Remove it from the departments.`,
      ),
    );
}

function checkOrder({ number, state, alreadyReportedIn }: ReportedOrder): readonly RuleViolation[] {
  if (state !== WorkOrderState.CLOSED) {
    const { zh, en } = stateName(workOrderMachine, state);
    return [
      violation(
        'workOrderIds',
        `派单 ${number} 尚未办结（${zh}），不能反馈。请先验收并办结，或从反馈中去掉。`,
        `Work order ${number} is not closed (${en}) and cannot be reported. Verify and close it first, or remove it from the report.`,
      ),
    ];
  }
  return unless(!alreadyReportedIn, () =>
    violation(
      'workOrderIds',
      `派单 ${number} 已在反馈 ${alreadyReportedIn} 中。每个办结的派单只反馈一次，请从本次反馈中去掉。`,
      `Work order ${number} is already in report ${alreadyReportedIn}. Closed orders are reported only once. Remove it from this report.`,
    ),
  );
}
