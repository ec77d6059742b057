import { column, defineTable, type RowOf } from '@mtg/commands';
import { departmentCode } from '../../organization/reference-columns';
import { SupportIssue } from './support-issue';

/** A unit that is brought in to solve a problem of a community, and what it contributes (R28). */
export const SupportContribution = defineTable('SupportContribution', {
  zh: '参与单位的贡献',
  en: 'Contribution of a unit to the solution of a support issue (R28)',
  list: 'Contributions of units to the solution of support issues',
  read: { group: 'COMMUNITY_WORK', via: 'supportIssueId' },
  writes: 'WORK',
  columns: {
    supportIssueId: column.ref(() => SupportIssue, { inverse: 'contributions', trace: column.NEAR }),
    unit: column.mark('单位', 'Unit'),
    departmentCode: column.optional(
      departmentCode('职能部门代码', 'Code of the department, if the unit is one. Null otherwise', {
        zh: '职能部门',
        en: 'Department, if the unit is one. Null otherwise, and while the district’s subgraph is unavailable',
      }),
    ),
    contribution: column.text('贡献', 'Contribution'),
  },
  shares: ['supportIssueId', 'unit', 'departmentCode'],
  trace: { title: 'unit' },
});

export type SupportContribution = RowOf<typeof SupportContribution>;
