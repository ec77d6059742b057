import { column, defineTable, type RowOf } from '@mtg/commands';
import { EnforcementAction } from './enforcement-action';

/** The lead center of the team; its head alone reads it among the centers. */
const LEADING = `'PUBLIC_SECURITY'`;

/** Person or business that an action was about. It is private: no analyst gets any of it, and few people read it (R33). */
export const EnforcementObject = defineTable('EnforcementObject', {
  zh: '执法对象',
  en: 'Person or business that an enforcement action was about. Private',
  list: 'Persons and businesses that enforcement actions were about',
  read: {
    group: 'ENFORCEMENT_OBJECTS',
    scopes: {
      DEPARTMENT: (row, value) =>
        `${row}.action_id IN (SELECT ${row}_action.id FROM enforcement_action ${row}_action
          JOIN enforcement_mandate ${row}_mandate ON ${row}_mandate.id = ${row}_action.mandate_id
          WHERE ${row}_mandate.department_code = ${value})`,
      CENTER: (_, value) => `${value} = ${LEADING}`,
      AUTHOR: 'authorSubject',
    },
  },
  writes: 'WORK',
  columns: {
    actionId: column.ref(() => EnforcementAction, { name: 'action', inverse: 'objects' }),
    name: column.personal(column.mark('姓名或名称', 'Name of the person or business')),
    detail: column.personal(column.optional(column.text('情况', 'Details. Null if not given'))),
    authorSubject: column.subject('登记人(令牌中的人员标识)', 'Author, as token subject'),
  },
});

export type EnforcementObject = RowOf<typeof EnforcementObject>;
