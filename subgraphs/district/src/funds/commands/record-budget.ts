import { field, inputType } from '@mtg/commands';
import { budgetedLine, dayNotFuture, localDay } from '@mtg/governance';
import { looksLike, refuse, zhEn } from '@mtg/subgraph-kit';
import { defineCommand } from '../../district-commands';
import { Budget } from '../budget';
import { BudgetLine } from '../budget-line';

const lineInput = inputType('BudgetLineInput', zhEn('预算项目', 'Line of a budget'), {
  name: field.line(zhEn('项目名称', 'Name of the line')),
  kind: field.code(zhEn('资金类别，按预算所列', 'Kind of funds, as the budget names it')),
  amount: field.amount(zhEn('金额(元)，大于零', 'Amount in 元, greater than zero')),
});

/** R31: 区委 and 区政府 budget the funds for social construction of a year. */
export const recordBudget = defineCommand({
  name: 'recordBudget',
  description: zhEn(
    '登记预算：年度社会建设项目资金及其批准文件(R31)',
    'Records a budget for social construction with its approval document (R31)',
  ),
  input: {
    year: field.year(zhEn('年度', 'Year')),
    documentNumber: field.mark(zhEn('批准文件文号，唯一', 'Number of the approval document, unique')),
    documentTitle: field.line(zhEn('批准文件标题', 'Title of the approval document')),
    approvedOn: field.day(zhEn('批准日期，不晚于今天', 'Day of the approval, today or earlier')),
    lines: field.list(field.nested(lineInput, zhEn('预算项目', 'Lines'))),
  },
  payload: { budget: () => Budget, lines: () => [BudgetLine] },
  execute: async ({ lines, ...approved }, transaction) => {
    const { now, actor } = transaction;
    transaction.requireInput(dayNotFuture('approvedOn', approved.approvedOn, localDay(now)));
    const known = await transaction.find(Budget, { documentNumber: looksLike(approved.documentNumber) });
    if (known) {
      throw refuse.badInput('documentNumber', {
        zh: `文号“${known.documentNumber}”的预算已登记。请核对文号`,
        en: `A budget with the number “${known.documentNumber}” is already recorded. Correct the number`,
      });
    }
    const drafts = lines.map((line, index) => budgetedLine(transaction, line, `lines.${index}.amount`));
    const budget = await transaction.insert(Budget, { ...approved, recordedBy: actor.subject });
    const written: BudgetLine[] = [];
    for (const line of drafts) {
      // oxlint-disable-next-line no-await-in-loop -- one connection, and in the order of the document
      written.push(await transaction.insert(BudgetLine, { ...line, budgetId: budget.id, year: budget.year }));
    }
    return { budget, lines: written };
  },
});
