import { column, defineTable, type RowOf } from '@mtg/commands';
import { DeputyActivity } from '../deliberation/yearly/deputy-activity';
import { DeputyReport } from './deputy-report';

/** An activity on record that a report on deputies cites (R16). */
export const DeputyReportActivity = defineTable('DeputyReportActivity', {
  zh: '报告引用的活动',
  en: 'Activity on record that a report cites (R16)',
  list: 'Activities that reports cite',
  read: { group: 'DEPUTY_REPORTS', via: 'reportId', listed: false },
  writes: 'APPEND_ONLY',
  columns: {
    reportId: column.ref(() => DeputyReport, { name: 'report', inverse: 'activities' }),
    activityId: column.ref(() => DeputyActivity, { name: 'activity', inverse: 'reports' }),
  },
});

export type DeputyReportActivity = RowOf<typeof DeputyReportActivity>;
