import { column, defineTable, type RowOf } from '@mtg/commands';
import { DEPUTY_REPORT_RECIPIENT_LABELS, DeputyReportRecipient } from '@mtg/governance';
import { registerVocabulary } from '@mtg/subgraph-kit';
import { recordedLate } from '../foundation/recorded-late';

registerVocabulary(
  DeputyReportRecipient,
  'DeputyReportRecipient',
  { zh: '两代表一委员报告的接收方', en: 'Recipient of the report on deputies and committee members (R16)' },
  DEPUTY_REPORT_RECIPIENT_LABELS,
);

/** The street's yearly report on the part that “两代表一委员” play in its work (R16). */
export const DeputyReport = defineTable('DeputyReport', {
  zh: '两代表一委员作用报告',
  en: 'Yearly report on deputies and committee members (R16)',
  list: 'Yearly reports on deputies and committee members',
  read: { group: 'DEPUTY_REPORTS' },
  writes: 'APPEND_ONLY',
  columns: {
    year: column.whole('年份', 'Year covered'),
    title: column.line('标题', 'Title'),
    content: column.text('发挥作用情况', 'Part that they played in the street’s work'),
    recipients: column.choices(DeputyReportRecipient, '报送', 'Recipients'),
    issuedOn: column.day('报送日期', 'Day of issue'),
    supplementsId: column.optional(
      column.self({
        name: 'supplemented',
        zh: '所补充的报告',
        en: 'First report of the year, which this one supplements. Null for a first one',
        inverse: {
          name: 'supplements',
          zh: '补充报告，引用此后登记的活动',
          en: 'Supplements, which cite the activities that were recorded since',
        },
      }),
    ),
  },
  derived: {
    recordedLate: recordedLate(
      'issuedOn',
      'createdAt',
      '是否补录(登记晚于报送之日)',
      'Whether it was recorded after the day of issue',
    ),
  },
  shares: ['year', 'title', 'recipients', 'issuedOn', 'supplementsId'],
  trace: { title: 'title' },
});

export type DeputyReport = RowOf<typeof DeputyReport>;
