import { column, defineTable, type RowOf } from '@mtg/commands';
import { Budget } from './budget';

/** A line of a budget. A mistake is reversed by a line that names it; what is left comes to nothing with it. */
export const BudgetLine = defineTable('BudgetLine', {
  zh: '预算项目',
  en: 'Line of a budget',
  list: 'Lines of budgets',
  read: { group: 'BUDGETS' },
  key: 'id',
  writes: 'APPEND_ONLY',
  columns: {
    budgetId: column.ref(() => Budget, { inverse: 'lines' }),
    year: column.whole('年度', 'Year of the budget'),
    name: column.line('项目名称', 'Name of the line'),
    kind: column.code('资金类别，按预算所列', 'Kind of funds, as the budget names it'),
    amount: column.amount('预算金额，冲销为负', 'Budgeted amount. Negative for a reversal'),
    reversesId: column.optional(
      column.self({
        zh: '所冲销的预算项目',
        en: 'Line that this one reverses. Null for an ordinary line',
        inverse: {
          name: 'reversal',
          single: true,
          zh: '冲销此项目的记录',
          en: 'Line that reverses this one. Null while it stands',
        },
      }),
    ),
    reason: column.optional(column.text('冲销的理由', 'Reason for the reversal. Null for an ordinary line')),
  },
  derived: {
    committed: column.derived(
      column.amount('已拨出，不含已收回的', 'Committed to streets, without what came back'),
      (row) => `budget_line_committed(${row}.id)`,
    ),
    left: column.derived(
      column.amount('尚可拨', 'Left to be transferred'),
      (row) => `budget_line_left(${row}.id)`,
    ),
  },
  shares: ['budgetId', 'year', 'name', 'kind', 'amount', 'reversesId'],
});

export type BudgetLine = RowOf<typeof BudgetLine>;
