import { column, defineTable, type RowOf } from '@mtg/commands';
import { centerCodes, departmentCodes } from '../../organization/reference-columns';
import { recordedLate } from '../../foundation/recorded-late';

/** A mechanism of joint action (联动机制): a procedure that centers and departments agreed on (R18). */
export const JointAction = defineTable('JointAction', {
  zh: '联动机制',
  en: 'Mechanism of joint action of centers and departments (R18)',
  list: 'Mechanisms of joint action of centers and departments',
  label: { zh: '联动机制', en: 'mechanism of joint action' },
  read: { group: 'CONSULTATION', scopes: { DEPARTMENT: 'departmentCodes' } },
  writes: 'WORK',
  columns: {
    title: column.line('名称', 'Title'),
    procedure: column.text('程序', 'Procedure'),
    centerCodes: centerCodes('参与的中心代码', 'Codes of the centers'),
    departmentCodes: departmentCodes('参与的职能部门代码', 'Codes of the departments'),
    agreedOn: column.day('商定日期', 'Day of the agreement'),
    until: column.optional(column.day('最后日期，空为现行', 'Last day. Null while in force')),
  },
  derived: {
    recordedLate: recordedLate(
      'agreedOn',
      'createdAt',
      '是否补录(登记晚于商定之日)',
      'Whether it was recorded after the day of the agreement',
    ),
  },
  shares: ['title', 'centerCodes', 'departmentCodes', 'agreedOn', 'until'],
  trace: { title: 'title' },
});

export type JointAction = RowOf<typeof JointAction>;
