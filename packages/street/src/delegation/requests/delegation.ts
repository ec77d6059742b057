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
import { recordedLate } from '../../foundation/recorded-late';
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
    submittedOn: column.day('提交的日期', 'Day on which it was submitted'),
    opinionHeardAt: column.optional(
      column.instant(
        '听取街道意见的时间；补录的为当日',
        'Time at which the street’s opinion was heard, or the beginning of that day where it was recorded late. Null until then',
      ),
    ),
    opinionRecordedAt: column.optional(
      column.instant(
        '登记街道意见的时间',
        'Time at which the street’s opinion was recorded. Null until then',
      ),
    ),
    decisionId: column.optional(
      column.ref(() => CommitteeDecision, {
        zh: '街道工委决策',
        en: 'Decision of the Street Party Working Committee. Null until decided',
        trace: column.OUTCOME,
      }),
    ),
    deployment: column.optional(column.text('工作部署', 'Deployment of the work. Null until deployed (R10)')),
    deployedAt: column.optional(
      column.instant(
        '部署时间；补录的为当日',
        'Time of deployment, or the beginning of that day where it was recorded late. Null until then',
      ),
    ),
    deploymentRecordedAt: column.optional(
      column.instant('登记部署的时间', 'Time at which the deployment was recorded. Null until then'),
    ),
    endedOn: column.optional(
      column.day('退还或撤回的日期', 'Day on which it was sent back or withdrawn. Null otherwise'),
    ),
    reason: column.optional(
      column.text(
        '退回、退还或撤回的理由',
        'Reason for the rejection, sending back or withdrawal. Null otherwise',
      ),
    ),
  },
  derived: {
    recordedLate: recordedLate(
      'submittedOn',
      'createdAt',
      '是否补录(登记晚于提交之日)',
      'Whether it was recorded after the day of submission',
    ),
    opinionRecordedLate: recordedLate(
      'opinionHeardAt',
      'opinionRecordedAt',
      '街道意见是否补录',
      'Whether the street’s opinion was recorded after the day on which it was heard',
    ),
    deploymentRecordedLate: recordedLate(
      'deployedAt',
      'deploymentRecordedAt',
      '部署是否补录',
      'Whether the deployment was recorded after its day',
    ),
    // Nothing follows the end: the last change is its recording.
    endRecordedLate: recordedLate(
      'endedOn',
      'updatedAt',
      '退还或撤回是否补录',
      'Whether the sending back or the withdrawal was recorded after its day',
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
    'submittedOn',
    'opinionHeardAt',
    'opinionRecordedAt',
    'decisionId',
    'deployedAt',
    'deploymentRecordedAt',
    'endedOn',
  ],
  trace: { title: 'title' },
});

export type Delegation = RowOf<typeof Delegation>;
