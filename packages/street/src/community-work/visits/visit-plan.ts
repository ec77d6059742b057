import { column, defineTable, fact, type RowOf } from '@mtg/commands';
import { centerCode, communityCodes } from '../../organization/reference-columns';

/**
 * A visit as it is fixed beforehand: 定时间、定人员、定路线、定动作 (R24; seed:126). In a street without a register of people,
 * those named in a center's plans are on its staff.
 */
export const VisitPlan = defineTable('VisitPlan', {
  zh: '进社区计划',
  en: 'Plan of a visit to communities',
  list: 'Plans of visits to communities',
  input: 'planId',
  read: { group: 'VISITS', scopes: { COMMUNITY: 'communityCodes' } },
  writes: 'APPEND_ONLY',
  columns: {
    centerCode: centerCode('中心代码', 'Code of the center'),
    day: column.day('日期(定时间)', 'Day of the visit'),
    people: column.personal(column.lines('人员(定人员)，令牌中的人员标识', 'Visitors, as token subjects')),
    communityCodes: communityCodes('社区代码', 'Codes of the communities'),
    route: column.line('路线(定路线)', 'Route'),
    actions: column.text('动作(定动作)', 'Actions'),
    importedAt: column.optional(
      column.instant(
        '补录时间：以往年份的计划由文件导入的时间，其登记时间为当时制定计划之日；其他计划为空',
        'Time at which a plan of a past year was imported from a file. `createdAt` is then the day on which it was made. Null for others',
      ),
    ),
  },
  derived: {
    recordedLate: fact.following(
      column.yesOrNo(
        '是否补录(由文件导入的以往计划)',
        'Whether it was recorded late, by an import of past years',
      ),
      {},
      { from: ['importedAt'], sql: (row) => `(${row}.imported_at IS NOT NULL)` },
    ),
  },
  shares: ['centerCode', 'day', 'communityCodes', 'importedAt'],
  trace: { title: 'day' },
});

export type VisitPlan = RowOf<typeof VisitPlan>;
