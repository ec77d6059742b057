import { column, defineTable, type RowOf } from '@mtg/commands';

/** The team for joint enforcement of a street (联合执法队, R33). */
export const EnforcementTeam = defineTable('EnforcementTeam', {
  zh: '联合执法队',
  en: 'Joint enforcement team of the street (R33)',
  list: 'Joint enforcement teams',
  input: 'teamId',
  read: {
    group: 'ENFORCEMENT',
    scopes: {
      DEPARTMENT: (row, value) =>
        `EXISTS (SELECT FROM enforcement_team_member ${row}_member WHERE ${row}_member.team_id = ${row}.id
          AND ${row}_member.department_code = ${value})`,
    },
  },
  writes: 'WORK',
  columns: {
    name: column.mark('名称', 'Name'),
  },
  shares: ['name'],
});

export type EnforcementTeam = RowOf<typeof EnforcementTeam>;
