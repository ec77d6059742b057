import { field, type CommandTransaction } from '@mtg/commands';
import { FeedbackRecipient, issuedReport, localDay, orderEvent, type LocalDay } from '@mtg/governance';
import { zhEn, refuse } from '@mtg/subgraph-kit';
import { In } from 'typeorm';
import { defineCommand } from '../../../foundation/street-commands';
import { Delegation } from '../../../delegation/requests/delegation';
import { requireDepartments } from '../../../district-references/require-departments';
import { nextNumber } from '../../../foundation/running-number';
import { WorkOrder } from '../work-order';
import { WorkOrderEvent } from '../work-order-event';
import { Project } from '../../projects/project';
import { FeedbackReport } from '../feedback-report';

/** R13: 综合管理中心 reports finished orders, each once. */
export const issueFeedbackReport = defineCommand({
  name: 'issueFeedbackReport',
  description: zhEn(
    '集中反馈(R13)：每个办结的派单只反馈一次，承办委托事项的须送达委托的职能部门',
    'Reports closed work orders, each once, to the District Party Committee, the district government and departments (R13). Orders of a delegation go to the delegating department',
  ),
  input: {
    title: field.line(zhEn('标题', 'Title')),
    text: field.text(zhEn('完成情况', 'Completion of the work')),
    recipients: field.list(field.choice(FeedbackRecipient, zhEn('反馈对象(R13)', 'Recipients (R13)')), {
      least: 0,
    }),
    departmentCodes: field.optional(
      field.list(field.code(zhEn('反馈的职能部门代码', 'Codes of the receiving departments')), {
        least: 0,
      }),
    ),
    workOrderIds: field.list(
      field.uuid(zhEn('所反馈的派单标识(R13)', 'Ids of the reported work orders (R13)')),
      { least: 0 },
    ),
    issuedOn: field.optional(
      field.day(
        zhEn(
          '反馈日期，不晚于今天，不早于派单办结之日；不填即今天。较早的为补录',
          'Day of issue, today or earlier, and not before the orders were closed. Default: today. An earlier day is marked as recorded late',
        ),
      ),
    ),
  },
  payload: { feedbackReport: () => FeedbackReport },
  prepare: async ({ departmentCodes }, context) => {
    await requireDepartments(context, departmentCodes ?? [], 'departmentCodes');
    return context.district.departments.names;
  },
  execute: async (input, transaction, departmentNames) => {
    const orders: WorkOrder[] = [];
    for (const [index, id] of input.workOrderIds.entries()) {
      orders.push(await transaction.get(WorkOrder, id, { at: `workOrderIds.${index}` }));
    }
    const departmentCodes = [...new Set(input.departmentCodes)];
    requireNamed(input.recipients, departmentCodes);
    const values = issuedReport(transaction, {
      recipients: input.recipients,
      departmentCodes,
      departmentNames,
      orders: await asReported(transaction, orders),
      issuedOn: input.issuedOn,
      closedOn: await lastClosing(transaction, orders),
    });
    const feedbackReport = await transaction.insert(FeedbackReport, {
      ...(await nextNumber(transaction, FeedbackReport, 'F', values.issuedOn)),
      ...values,
      title: input.title,
      text: input.text,
    });
    for (const order of orders) {
      await transaction.change(order, { feedbackReportId: feedbackReport.id });
      await transaction.insert(WorkOrderEvent, orderEvent(transaction, order, 'issueFeedbackReport', order));
    }
    return { feedbackReport };
  },
});

/** The day on which the last of some orders was closed. */
async function lastClosing(
  transaction: CommandTransaction,
  orders: readonly WorkOrder[],
): Promise<LocalDay | undefined> {
  const closings = await transaction.list(WorkOrderEvent, {
    workOrderId: In(orders.map(({ id }) => id)),
    command: 'closeWorkOrder',
  });
  return closings
    .map(({ createdAt }) => localDay(createdAt))
    .toSorted()
    .at(-1);
}

/** Orders as rule R13 looks at them. */
async function asReported(transaction: CommandTransaction, orders: readonly WorkOrder[]) {
  const facts = [];
  for (const { number, state, feedbackReportId, delegationId, projectId } of orders) {
    const report =
      feedbackReportId === null ? null : await transaction.find(FeedbackReport, { id: feedbackReportId });
    const delegation =
      delegationId === null ? null : await transaction.find(Delegation, { id: delegationId });
    const project = await transaction.find(Project, { id: projectId });
    facts.push({
      number,
      state,
      alreadyReportedIn: report?.number,
      delegatedBy: delegation?.departmentCode,
      participants: project?.departmentCodes ?? [],
    });
  }
  return facts;
}

/** Requires department codes if the report goes to departments, and none otherwise. */
function requireNamed(recipients: readonly FeedbackRecipient[], codes: readonly string[]): void {
  if (recipients.includes('DEPARTMENT') === codes.length > 0) return;
  throw refuse.badInput('departmentCodes', {
    zh: '反馈对象含职能部门（DEPARTMENT）时须列出部门代码，不含时不得列出',
    en: 'Name departments if and only if the recipients include DEPARTMENT',
  });
}
