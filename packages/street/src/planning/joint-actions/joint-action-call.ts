import { column, defineTable, type RowOf } from '@mtg/commands';
import { JointAction } from './joint-action';

/** A call within a joint action: one of its parties calls another, and for what (R18). */
export const JointActionCall = defineTable('JointActionCall', {
  zh: '联动呼叫',
  en: 'Call within a joint action: who calls whom, and for what',
  list: 'Calls within joint actions',
  label: { zh: '联动呼叫', en: 'call of a joint action' },
  read: { group: 'CONSULTATION', via: 'jointActionId' },
  writes: 'WORK',
  columns: {
    jointActionId: column.ref(() => JointAction, { inverse: 'calls', trace: column.NEAR }),
    number: column.whole('序号，从1起', 'Number within the joint action, from 1'),
    callerCenter: column.optional(
      column.code('呼叫的中心代码', 'Code of the calling center. Null for a department'),
    ),
    callerDepartment: column.optional(
      column.code('呼叫的职能部门代码', 'Code of the calling department. Null for a center'),
    ),
    calleeCenter: column.optional(
      column.code('被呼叫的中心代码', 'Code of the called center. Null for a department'),
    ),
    calleeDepartment: column.optional(
      column.code('被呼叫的职能部门代码', 'Code of the called department. Null for a center'),
    ),
    content: column.text('呼叫的事由', 'Subject of the call'),
  },
  shares: ['jointActionId', 'number', 'callerCenter', 'callerDepartment', 'calleeCenter', 'calleeDepartment'],
  trace: { title: 'content' },
});

export type JointActionCall = RowOf<typeof JointActionCall>;
