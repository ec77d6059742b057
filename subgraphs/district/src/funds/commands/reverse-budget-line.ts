import { field } from '@mtg/commands';
import { reversedLine } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { defineCommand } from '../../district-commands';
import { BudgetLine } from '../budget-line';
import { leftOfLine } from '../line-left';

/** R31: a mistake in a budget is reversed by a line that names it. */
export const reverseBudgetLine = defineCommand({
  name: 'reverseBudgetLine',
  description: zhEn(
    '冲销预算项目：原项目保留，须无转拨(R31)',
    'Reverses a budget line by another that names it. No transfer may be committed from it (R31)',
  ),
  input: { budgetLineId: BudgetLine.id(), reason: field.text(zhEn('理由', 'Reason')) },
  payload: { budgetLine: () => BudgetLine },
  execute: async ({ budgetLineId, reason }, transaction) => {
    const first = await transaction.get(BudgetLine, budgetLineId);
    const isReversed = (await transaction.find(BudgetLine, { reversesId: first.id })) !== null;
    const left = await leftOfLine(transaction, first.id);
    const { id, amount, reversesId } = first;
    const values = reversedLine(transaction, { id, amount, reversesId, isReversed, left }, reason);
    const { budgetId, year, name, kind } = first;
    return { budgetLine: await transaction.insert(BudgetLine, { ...values, budgetId, year, name, kind }) };
  },
});
