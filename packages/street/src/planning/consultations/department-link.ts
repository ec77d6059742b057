import { column, defineTable, type RowOf } from '@mtg/commands';
import { centerCode, departmentCode } from '../../organization/reference-columns';

export const DEPARTMENT = {
  zh: '职能部门',
  en: 'Department with this code. Null while the district’s subgraph is unavailable',
};

/** A center and a department that consult each month, from a day to a day (R18). */
export const DepartmentLink = defineTable('DepartmentLink', {
  zh: '中心与职能部门的联动',
  en: 'Link of a center with a department (R18)',
  list: 'Links of centers with departments',
  label: { zh: '中心与部门的联动', en: 'link of a center with a department' },
  read: { group: 'CONSULTATION', scopes: { DEPARTMENT: 'departmentCode' } },
  writes: 'WORK',
  columns: {
    centerCode: centerCode('中心代码', 'Code of the center'),
    departmentCode: departmentCode('职能部门代码', 'Code of the department', DEPARTMENT),
    matters: column.text('联动的工作', 'Work that links the two'),
    since: column.day('起始日期', 'First day'),
    until: column.optional(column.day('最后日期，空为现行', 'Last day. Null while in force')),
    endReason: column.optional(column.text('结束的理由', 'Reason for the end. Null while in force')),
  },
  shares: ['centerCode', 'departmentCode', 'since', 'until'],
  trace: { title: { sql: `center_code || ' ' || department_code` } },
});

export type DepartmentLink = RowOf<typeof DepartmentLink>;
