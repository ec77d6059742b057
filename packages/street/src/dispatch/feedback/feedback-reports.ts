import { defineReadable, field } from '@mtg/commands';
import { zhEn } from '@mtg/subgraph-kit';
import { FeedbackReport } from './feedback-report';

/** Reports as they are read: a department reads those that go to it, and of their orders its own. */
export const feedbackReports = defineReadable({
  entity: FeedbackReport,
  name: 'FeedbackReport',
  one: 'feedbackReport',
  many: 'feedbackReports',
  description: zhEn('集中反馈', 'Reports on finished work orders'),
  group: 'DISPATCH',
  scopes: { DEPARTMENT: (row, value) => `${value} = ANY(${row}.departmentCodes)` },
  filters: { year: field.whole(zhEn('编号年份', 'Year of the number'), 2000, 2999) },
});
