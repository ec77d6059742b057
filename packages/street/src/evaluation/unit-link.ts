import { column, defineTable, type RowOf } from '@mtg/commands';
import { departmentCode } from '../organization/reference-columns';

/** The department that a member unit or field agency belongs to, as the district has set it. No link is inferred. */
export const UnitLink = defineTable('UnitLink', {
  zh: '单位与职能部门的对应',
  en: 'Link of a member unit or field agency to the department that it belongs to, set by the district',
  list: 'Links of units to departments',
  read: { group: 'EVALUATION', scopes: { DEPARTMENT: 'departmentCode' } },
  writes: 'WORK',
  columns: {
    unit: column.mark('成员单位或派出机构', 'Member unit or field agency'),
    departmentCode: departmentCode('所属职能部门代码', 'Code of the department that it belongs to', {
      zh: '所属职能部门',
      en: 'Department that it belongs to. Null while the district’s subgraph is unavailable',
    }),
    endedAt: column.optional(
      column.instant('解除时间', 'Time at which the link was ended. Null while in force'),
    ),
  },
  shares: ['unit', 'departmentCode', 'endedAt'],
});

export type UnitLink = RowOf<typeof UnitLink>;
