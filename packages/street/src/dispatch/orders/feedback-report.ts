import { column, defineTable, type RowOf } from '@mtg/commands';
import { FEEDBACK_RECIPIENT_LABELS, FeedbackRecipient } from '@mtg/governance';
import { registerVocabulary } from '@mtg/subgraph-kit';
import { recordedLate } from '../../foundation/recorded-late';
import { departmentCodes } from '../../organization/reference-columns';

registerVocabulary(
  FeedbackRecipient,
  'FeedbackRecipient',
  { zh: '反馈对象', en: 'Recipient of a feedback report (R13)' },
  FEEDBACK_RECIPIENT_LABELS,
);

/** Report of 综合管理中心 on closed orders to 区委, 区政府 and departments (R13). It is never changed. */
export const FeedbackReport = defineTable('FeedbackReport', {
  zh: '集中反馈',
  en: 'Feedback report on closed work orders (R13)',
  list: 'Feedback reports on closed work orders',
  read: { group: 'DISPATCH', scopes: { DEPARTMENT: 'departmentCodes' } },
  writes: 'APPEND_ONLY',
  columns: {
    number: column.number(
      '编号，如 DAYU-F-2026-0001',
      'Number, unique in the street, assigned by the platform',
    ),
    year: column.whole('编号年份', 'Year of the number'),
    sequence: column.sequence(),
    recipients: column.choices(FeedbackRecipient, '反馈对象', 'Recipients'),
    departmentCodes: departmentCodes('反馈的职能部门代码', 'Codes of the receiving departments', {
      zh: '反馈的职能部门',
      en: 'Receiving departments. Null while the district’s subgraph is unavailable',
    }),
    title: column.line('标题', 'Title'),
    text: column.text('完成情况', 'Completion of the work'),
    issuer: column.subject('反馈人(令牌中的人员标识)', 'Issuer, as token subject'),
    issuedOn: column.day('反馈日期', 'Day of issue'),
  },
  derived: {
    recordedLate: recordedLate(
      'issuedOn',
      'createdAt',
      '是否补录(登记晚于反馈之日)',
      'Whether it was recorded after its day of issue',
    ),
  },
  shares: ['number', 'year', 'recipients', 'departmentCodes', 'title', 'issuedOn'],
  trace: { title: 'title' },
});

export type FeedbackReport = RowOf<typeof FeedbackReport>;
