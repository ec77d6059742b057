import { column, defineTable, type RowOf } from '@mtg/commands';
import type { SubgraphContext } from '@mtg/subgraph-kit';
import { Department } from '../departments/department';
import { departmentByCode } from '../departments/department.resolver';
import { findStreet, Street } from '../streets/street';

/** Result of an appraisal under its scheme as named, e.g. 四评一创. The study defines no criteria, so its text is free. */
export const AppraisalResult = defineTable('AppraisalResult', {
  zh: '考核评议结果',
  en: 'Result of an appraisal or democratic review, under its scheme as named. Its structure is free',
  list: 'Results of appraisals and democratic reviews',
  key: 'id',
  read: { group: 'APPRAISAL' },
  writes: 'APPEND_ONLY',
  columns: {
    year: column.whole('年份', 'Year'),
    scheme: column.line('评议方案，照名填写，如“四评一创”', 'Scheme as named, e.g. 四评一创'),
    title: column.line('标题', 'Title'),
    content: column.text('结果，结构不限', 'Result, of any structure'),
    streetCode: column.optional(
      column.leadingTo(column.code('所涉街道代码', 'Code of the street concerned. Null if none'), {
        name: 'street',
        zh: '所涉街道',
        en: 'Street concerned. Null if none',
        type: () => Street,
        resolve: findStreet,
      }),
    ),
    departmentCode: column.optional(
      column.leadingTo(column.code('所涉职能部门代码', 'Code of the department concerned. Null if none'), {
        name: 'department',
        zh: '所涉职能部门',
        en: 'Department concerned. Null if none',
        type: () => Department,
        resolve: (code, { loaders, database }: SubgraphContext) =>
          loaders.get(departmentByCode, database).load(code),
      }),
    ),
  },
  shares: ['year', 'scheme', 'title', 'streetCode', 'departmentCode'],
});

export type AppraisalResult = RowOf<typeof AppraisalResult>;
