import { column, defineTable, type RowOf } from '@mtg/commands';
import { extensionRequestMachine, ExtensionRequestState, labelsOf } from '@mtg/governance';
import { registerVocabulary } from '@mtg/subgraph-kit';
import { WorkOrder } from './work-order';

registerVocabulary(
  ExtensionRequestState,
  'ExtensionRequestState',
  { zh: '延期申请状态', en: 'State of an extension request' },
  labelsOf(extensionRequestMachine),
);

/** That a center needs more time for an order, and what 综合管理中心 decided (R11). */
export const ExtensionRequest = defineTable('ExtensionRequest', {
  zh: '延期申请',
  en: 'Request of a center for more time for a work order, with its decision (R11)',
  list: 'Requests of centers for more time for work orders, with their decisions',
  read: { group: 'DISPATCH', via: 'workOrderId' },
  writes: 'WORK',
  columns: {
    workOrderId: column.ref(() => WorkOrder, { inverse: 'extensionRequests', trace: column.ON }),
    state: column.choice(ExtensionRequestState, '状态', 'State'),
    presentDeadline: column.day('申请时的完成时限', 'Deadline in force at the time of the request'),
    wantedDeadline: column.day('申请的完成时限', 'Deadline asked for'),
    grantedDeadline: column.optional(
      column.day('同意的完成时限', 'Deadline granted. Null until then, and if it was not granted'),
    ),
    reason: column.text('理由', 'Reason of the center'),
    applicant: column.subject('申请人(令牌中的人员标识)', 'Applicant, as token subject'),
    answer: column.optional(
      column.text('综合管理中心的意见', 'Remark on the decision. Null if there is none'),
    ),
    decidedAt: column.optional(column.instant('审核时间', 'Time of the decision. Null until then')),
    decidedBy: column.optional(
      column.subject('审核人(令牌中的人员标识)', 'Decider, as token subject. Null until then'),
    ),
  },
  shares: ['workOrderId', 'state', 'presentDeadline', 'wantedDeadline', 'grantedDeadline', 'decidedAt'],
  trace: { title: 'reason' },
});

export type ExtensionRequest = RowOf<typeof ExtensionRequest>;
