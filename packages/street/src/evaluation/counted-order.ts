import { column, defineTable, type RowOf } from '@mtg/commands';
import { WorkOrder } from '../dispatch/orders/work-order';
import { DepartmentReportEntry } from './department-report-entry';

/** An order that the figures of an entry were computed from (R14). */
export const CountedOrder = defineTable('CountedOrder', {
  zh: '报告数据所依据的派单',
  en: 'Order that the figures of an entry were computed from',
  list: 'Orders that figures of reports were computed from',
  read: { group: 'EVALUATION', via: 'entryId', listed: false },
  writes: 'APPEND_ONLY',
  columns: {
    entryId: column.ref(() => DepartmentReportEntry, { name: 'entry', inverse: 'orders' }),
    workOrderId: column.ref(() => WorkOrder, { inverse: 'departmentReports' }),
  },
});

export type CountedOrder = RowOf<typeof CountedOrder>;
