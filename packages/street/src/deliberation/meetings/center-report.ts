import { column, defineTable, type RowOf } from '@mtg/commands';
import { Meeting } from './meeting';
import { Person } from '../../people/person';
import { centerCode } from '../../organization/reference-columns';

/** Report of a center: three parts for a weekly meeting (R21), three others for a monthly one (R20). */
export const CenterReport = defineTable('CenterReport', {
  zh: '中心汇报',
  en: 'Report of a center to a weekly or monthly meeting',
  list: 'Center reports to weekly and monthly meetings',
  read: { group: 'DELIBERATION' },
  writes: 'WORK',
  columns: {
    meetingId: column.ref(() => Meeting, { inverse: 'centerReports', trace: column.NEAR }),
    centerCode: centerCode('中心代码', 'Code of the center'),
    thisWeek: column.optional(
      column.text('周例会：本周工作完成情况', 'Weekly meeting: work completed this week'),
    ),
    nextWeek: column.optional(column.text('周例会：下周工作计划', 'Weekly meeting: plan for next week')),
    communityMatters: column.optional(
      column.text('周例会：需落实到社区的工作', 'Weekly meeting: work to be carried out in communities'),
    ),
    progress: column.optional(column.text('月推进会：工作进度', 'Monthly meeting: progress of work')),
    difficulties: column.optional(
      column.text(
        '月推进会：困难与问题，限逐条登记之前的汇报',
        'Monthly meeting: difficulties in words, of reports from before they were recorded one by one (reportedDifficulties). Null since',
      ),
    ),
    nextMonth: column.optional(
      column.text('月推进会：下月工作的对接', 'Monthly meeting: coordination of next month’s work'),
    ),
    recordedBy: column.optional(
      column.subject(
        '代录人(令牌中的人员标识)，由中心自己登记时为空',
        'Person who recorded it for the head (代录), as token subject. Null where the center recorded it itself',
      ),
    ),
    recordedForId: column.optional(
      column.ref(() => Person, {
        name: 'recordedFor',
        zh: '被代录的中心负责人，未代录或名册中没有时为空',
        en: 'Head of the center whom it was recorded for. Null for others, and where the register has none',
        inverse: {
          name: 'reportsByOthers',
          zh: '由他人代录的汇报',
          en: 'Reports that others recorded for the person',
        },
      }),
    ),
  },
  shares: ['meetingId', 'centerCode'],
  trace: { title: 'centerCode' },
});

export type CenterReport = RowOf<typeof CenterReport>;
