import { column, defineTable, type RowOf } from '@mtg/commands';
import { BodyMember } from '../deliberation/bodies/body-member';
import { AppraisalResult } from '../district-references/references';
import { departmentCode } from '../organization/reference-columns';

/** The street's report to a department on how its member worked in a year (R15). */
export const MemberPerformanceReport = defineTable('MemberPerformanceReport', {
  zh: '成员工作表现报告',
  en: 'Report to a department on how its member worked in a year (R15)',
  list: 'Reports to departments on how their members worked',
  read: { group: 'PERSONNEL', scopes: { DEPARTMENT: 'departmentCode' } },
  writes: 'APPEND_ONLY',
  columns: {
    year: column.whole('年份', 'Year'),
    memberId: column.ref(() => BodyMember, { name: 'member', inverse: 'performanceReports' }),
    departmentCode: departmentCode('所报告的职能部门代码', 'Code of the department reported to', {
      zh: '所报告的职能部门',
      en: 'Department reported to. Null while the district’s subgraph is unavailable',
    }),
    attended: column.whole(
      '所任单位出席次数',
      'Joint and special meetings of the year that the unit attended',
    ),
    absent: column.whole('所任单位缺席次数', 'Such meetings that the unit missed'),
    reports: column.whole('所任单位汇报次数', 'Reports of the unit to such meetings'),
    performance: column.personal(column.text('工作表现', 'Performance of the member')),
    appraisalResultId: column.optional(
      column.leadingTo(column.hidden(column.uuid('民主评议结果标识', 'Id of the result')), {
        name: 'appraisalResult',
        zh: '所结合的民主评议结果',
        en: 'Result of the democratic review that it rests on. Null if none is cited',
        type: () => AppraisalResult,
        resolve: (id): AppraisalResult => ({ id }),
      }),
    ),
  },
});

export type MemberPerformanceReport = RowOf<typeof MemberPerformanceReport>;
