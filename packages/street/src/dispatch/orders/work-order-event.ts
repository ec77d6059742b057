import { column, defineTable, type RowOf } from '@mtg/commands';
import { WorkOrderState } from '@mtg/governance';
import { WorkOrder } from './work-order';

/** One step of an order: who took it, from where to where, and why. Rows are only ever added. */
export const WorkOrderEvent = defineTable('WorkOrderEvent', {
  zh: '派单经过',
  en: 'Step in the history of a work order',
  list: 'The steps of a work order, oldest first',
  read: { group: 'DISPATCH', via: 'workOrderId', listed: false },
  writes: 'APPEND_ONLY',
  columns: {
    workOrderId: column.ref(() => WorkOrder, { inverse: 'history', trace: column.NEAR }),
    command: column.line('操作', 'Name of the command'),
    fromState: column.optional(
      column.choice(WorkOrderState, '原状态，派发时为空', 'State before the step. Null for the dispatch'),
    ),
    toState: column.choice(WorkOrderState, '新状态', 'State after the step'),
    actor: column.subject('操作人(令牌中的人员标识)', 'Actor, as token subject'),
    role: column.line('角色', 'Role of the actor'),
    reason: column.optional(column.text('理由', 'Reason. Null for steps that need none')),
    oldDeadline: column.optional(
      column.day('延期前的完成时限', 'Deadline before the extension. Null otherwise'),
    ),
    newDeadline: column.optional(
      column.day('延期后的完成时限', 'Deadline after the extension. Null otherwise'),
    ),
  },
  shares: ['workOrderId', 'command', 'fromState', 'toState', 'role', 'oldDeadline', 'newDeadline'],
  trace: { title: 'command' },
});

export type WorkOrderEvent = RowOf<typeof WorkOrderEvent>;
