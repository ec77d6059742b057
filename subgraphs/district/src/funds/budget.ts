import { column, defineTable, type RowOf } from '@mtg/commands';

/** A budget of a year for social construction in the whole district, by the document that approved it (R31). */
export const Budget = defineTable('Budget', {
  zh: '社会建设项目资金预算',
  en: 'Budget of a year for social construction, as approved',
  list: 'Budgets for social construction',
  label: { zh: '预算', en: 'budget' },
  read: { group: 'BUDGETS' },
  writes: 'APPEND_ONLY',
  columns: {
    year: column.whole('年度', 'Year'),
    documentNumber: column.mark('批准文件文号，唯一', 'Number of the approval document, unique'),
    documentTitle: column.line('批准文件标题', 'Title of the approval document'),
    approvedOn: column.day('批准日期', 'Day of the approval'),
    recordedBy: column.subject('登记人(令牌中的人员标识)', 'Recorder, as token subject'),
  },
  shares: ['year', 'documentNumber', 'approvedOn'],
});

export type Budget = RowOf<typeof Budget>;
