import { field } from '@mtg/commands';
import { requireTakenUp, solvedSupport } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { WorkOrder } from '../../../dispatch/orders/work-order';
import { requireDepartments } from '../../../district-references/require-departments';
import { defineCommand } from '../../../foundation/street-commands';
import { issueInput, issueInStep, targetOfIssue } from '../issue-target';
import { SupportContribution } from '../support-contribution';
import { SupportIssue } from '../support-issue';
import { SupportSolution } from '../support-solution';

/** R28: departments and social forces are brought in, each with what it contributes. */
export const recordContribution = defineCommand({
  name: 'recordContribution',
  description: zhEn(
    '登记参与单位的贡献(R28)',
    'Records a unit that is brought in and what it contributes to a support issue (R28)',
  ),
  input: {
    supportIssueId: SupportIssue.id(),
    unit: field.mark(zhEn('单位', 'Unit')),
    departmentCode: field.optional(
      field.code(zhEn('职能部门代码，非部门不填', 'Code of the department, if the unit is one')),
    ),
    contribution: field.text(zhEn('贡献', 'Contribution')),
  },
  payload: { supportContribution: () => SupportContribution },
  target: targetOfIssue,
  prepare: async ({ departmentCode }, context) => {
    if (departmentCode !== null) await requireDepartments(context, departmentCode, 'departmentCode');
  },
  execute: async (input, transaction) => {
    const issue = await transaction.get(SupportIssue, input.supportIssueId);
    requireTakenUp(transaction, issue, 'recordContribution');
    return { supportContribution: await transaction.insert(SupportContribution, input) };
  },
});

/** R28: 综合管理中心 says by which work order a problem is dealt with. */
export const citeSupportOrder = defineCommand({
  name: 'citeSupportOrder',
  description: zhEn('登记支持保障派单(R28)', 'Records the work order that deals with a support issue (R28)'),
  input: { ...issueInput, workOrderId: WorkOrder.id() },
  payload: { supportIssue: () => SupportIssue },
  target: targetOfIssue,
  execute: async (input, transaction) => {
    const issue = await issueInStep(transaction, input);
    const { id: workOrderId } = await transaction.get(WorkOrder, input.workOrderId);
    const state = requireTakenUp(transaction, issue, 'citeSupportOrder');
    return { supportIssue: await transaction.change(issue, { state, workOrderId }) };
  },
});

/** R28: the center says how a problem was solved, before the community confirms it. */
export const solveSupportIssue = defineCommand({
  name: 'solveSupportIssue',
  description: zhEn(
    '登记支持保障事项解决(R28)',
    'Records how a support issue was solved, for the community to confirm (R28)',
  ),
  input: {
    ...issueInput,
    solution: field.ruled(zhEn('解决情况(R28)', 'Solution (R28)')),
    solvedOn: field.optional(field.day(zhEn('解决日期(R28)', 'Day of the solution (R28)'))),
  },
  payload: { supportIssue: () => SupportIssue },
  target: targetOfIssue,
  execute: async (input, transaction) => {
    const issue = await issueInStep(transaction, input);
    const values = solvedSupport(transaction, issue, input);
    await transaction.insert(SupportSolution, { ...values.history, supportIssueId: issue.id });
    return { supportIssue: await transaction.change(issue, values.issue) };
  },
});
