import { column, defineTable, type RowOf } from '@mtg/commands';
import { departmentCode } from '../organization/reference-columns';
import { EnforcementTeam } from './enforcement-team';

/** A person of a unit in the team, for some time (R33). */
export const EnforcementTeamMember = defineTable('EnforcementTeamMember', {
  zh: '联合执法队员',
  en: 'Member of a joint enforcement team, sent by a unit',
  list: 'Members of joint enforcement teams, present and former',
  input: 'teamMemberId',
  read: { group: 'ENFORCEMENT', scopes: { DEPARTMENT: 'departmentCode' } },
  writes: 'WORK',
  columns: {
    teamId: column.ref(() => EnforcementTeam, { name: 'team', inverse: 'members' }),
    personName: column.personal(column.mark('姓名', 'Name of the person')),
    unit: column.mark('所属单位', 'Unit of the person'),
    departmentCode: column.optional(
      departmentCode('所属职能部门代码', 'Code of the department that the unit belongs to. Null for others', {
        zh: '所属职能部门',
        en: 'Department that the unit belongs to. Null for others, and while the district’s subgraph is unavailable',
      }),
    ),
    sinceOn: column.day('入队日期', 'First day in the team'),
    untilOn: column.optional(column.day('离队日期(当日仍在队)', 'Last day in the team. Null while a member')),
  },
  shares: ['teamId', 'unit', 'departmentCode', 'sinceOn', 'untilOn'],
});

export type EnforcementTeamMember = RowOf<typeof EnforcementTeamMember>;
