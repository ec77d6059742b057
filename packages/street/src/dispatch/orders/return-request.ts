import { column, defineTable, type RowOf } from '@mtg/commands';
import { labelsOf, returnRequestMachine, ReturnRequestState, WorkOrderState } from '@mtg/governance';
import { registerVocabulary } from '@mtg/subgraph-kit';
import { centerCode } from '../../organization/reference-columns';
import { WorkOrder } from './work-order';

registerVocabulary(
  ReturnRequestState,
  'ReturnRequestState',
  { zh: '退单申请状态', en: 'State of a return request' },
  labelsOf(returnRequestMachine),
);

/**
 * That a center holds an order not to be its own, and what 综合管理中心 decided: with it, all centers that an order
 * went to stay on record.
 */
export const ReturnRequest = defineTable('ReturnRequest', {
  zh: '退单申请',
  en: 'Request of a center to return a work order, with its decision',
  list: 'Requests of centers to return work orders, with their decisions',
  read: { group: 'DISPATCH', via: 'workOrderId' },
  writes: 'WORK',
  columns: {
    workOrderId: column.ref(() => WorkOrder, {
      inverse: {
        name: 'returnRequests',
        zh: '退单申请，含改派经过',
        en: 'Return requests, with the centers that the order went to',
      },
      trace: column.ON,
    }),
    state: column.choice(ReturnRequestState, '状态', 'State'),
    centerCode: centerCode('申请的中心代码', 'Code of the center that requests it'),
    responsiblePerson: column.personal(
      column.line('申请时的责任人', 'Responsible person at the time of the request'),
    ),
    orderState: column.choice(WorkOrderState, '申请时派单的状态', 'State of the order before the request'),
    reason: column.text('理由', 'Reason of the center'),
    applicant: column.subject('申请人(令牌中的人员标识)', 'Applicant, as token subject'),
    newCenterCode: column.optional(
      centerCode('改派的中心代码', 'Code of the center it was reassigned to. Null otherwise', {
        name: 'newCenter',
        zh: '改派的中心',
        en: 'Center that the order was reassigned to. Null otherwise',
      }),
    ),
    newResponsiblePerson: column.optional(
      column.personal(
        column.line('改派后的责任人', 'Responsible person after the reassignment. Null otherwise'),
      ),
    ),
    answer: column.optional(
      column.text('综合管理中心的理由', 'Reason of the decision. Null until decided, and if it lapsed'),
    ),
    decidedAt: column.optional(column.instant('审核时间', 'Time of the decision. Null until then')),
    decidedBy: column.optional(
      column.subject('审核人(令牌中的人员标识)', 'Decider, as token subject. Null until then'),
    ),
  },
  shares: ['workOrderId', 'state', 'centerCode', 'orderState', 'newCenterCode', 'decidedAt'],
  trace: { title: 'reason' },
});

export type ReturnRequest = RowOf<typeof ReturnRequest>;
