import { column, defineTable, type RowOf } from '@mtg/commands';
import { CenterReport } from '../../deliberation/meetings/center-report';
import { PlanItem } from './plan-item';

/** A link of a monthly report to an item of the center's plan for the next month, which it announced (R20). */
export const NextMonthLink = defineTable('NextMonthLink', {
  zh: '下月工作对接',
  en: 'Item of the plan for the next month that a monthly report announced (R20)',
  list: 'Items of plans that monthly reports announced',
  label: { zh: '下月工作对接', en: 'link to the plan for the next month' },
  read: { group: 'PLANNING' },
  writes: 'APPEND_ONLY',
  columns: {
    reportId: column.ref(() => CenterReport, {
      inverse: {
        name: 'nextMonthLinks',
        zh: '月推进会：所对接的下月计划事项',
        en: 'Monthly meeting: items of the plan for the next month that the report announced',
      },
      trace: column.ON,
    }),
    planItemId: column.ref(() => PlanItem, {
      inverse: {
        name: 'announcements',
        zh: '对接该事项的月推进会汇报',
        en: 'Monthly reports that announced the item',
      },
      trace: column.OUTCOME,
    }),
  },
  shares: ['reportId', 'planItemId'],
  trace: { title: { sql: `'下月工作对接'` } },
});

export type NextMonthLink = RowOf<typeof NextMonthLink>;
