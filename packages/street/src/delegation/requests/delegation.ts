import { column, defineTable, type RowOf } from '@mtg/commands';
import {
  DELEGATION_KIND_LABELS,
  DelegationKind,
  delegationMachine,
  DelegationState,
  labelsOf,
} from '@mtg/governance';
import { registerVocabulary } from '@mtg/subgraph-kit';
import { CommitteeDecision } from '../../deliberation/decisions/committee-decision';
import { approvalId, departmentCode } from '../../organization/reference-columns';

registerVocabulary(
  DelegationKind,
  'DelegationKind',
  { zh: '委托种类', en: 'Kind of delegation' },
  DELEGATION_KIND_LABELS,
);
registerVocabulary(
  DelegationState,
  'DelegationState',
  { zh: '委托事项状态', en: 'State of a delegation (R10)' },
  labelsOf(delegationMachine),
);

/** Request of a department to a street, from its submission to the feedback (R07–R10). */
export const Delegation = defineTable('Delegation', {
  zh: '委托事项',
  en: 'Delegation of a matter by a department to a street',
  list: 'Delegations by departments to the street',
  read: { group: 'DELEGATION', scopes: { DEPARTMENT: 'departmentCode' } },
  writes: 'WORK',
  columns: {
    state: column.choice(DelegationState, '状态', 'State'),
    departmentCode: column.hidden(
      departmentCode('委托部门代码', 'Code of the department', {
        zh: '委托部门',
        en: 'Delegating department. Null while the district’s subgraph is unavailable',
      }),
    ),
    kind: column.choice(DelegationKind, '种类', 'Kind'),
    title: column.line('标题', 'Title'),
    content: column.text('内容', 'Content of the delegation'),
    documentNumber: column.mark('委托文件文号', 'Number of the delegation document (R08)'),
    documentTitle: column.line('委托文件标题', 'Title of the delegation document'),
    documentDate: column.day('委托文件日期', 'Date of the delegation document'),
    legalBasis: column.text('法律依据', 'Legal basis (R08)'),
    approvalId: column.optional(
      approvalId('区政府批准文件', 'Approval by the district government. Null if none is required (R07)'),
    ),
    opinion: column.optional(column.text('街道意见', 'Opinion of the street. Null until heard (R08)')),
    opinionHeardAt: column.optional(
      column.instant('听取街道意见的时间', 'Time at which the street’s opinion was heard. Null until then'),
    ),
    decisionId: column.optional(
      column.ref(() => CommitteeDecision, {
        zh: '街道工委决策',
        en: 'Decision of the Street Party Working Committee. Null until decided',
        trace: column.OUTCOME,
      }),
    ),
    deployment: column.optional(column.text('工作部署', 'Deployment of the work. Null until deployed (R10)')),
    deployedAt: column.optional(column.instant('部署时间', 'Time of deployment. Null until then')),
    reason: column.optional(
      column.text(
        '退回、退还或撤回的理由',
        'Reason for the rejection, sending back or withdrawal. Null otherwise',
      ),
    ),
  },
  shares: [
    'state',
    'departmentCode',
    'kind',
    'title',
    'documentNumber',
    'documentTitle',
    'documentDate',
    'approvalId',
    'opinionHeardAt',
    'decisionId',
    'deployedAt',
  ],
  trace: { title: 'title' },
});

export type Delegation = RowOf<typeof Delegation>;
