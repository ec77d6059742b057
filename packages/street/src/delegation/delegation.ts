import { column, defineTable, type RowOf } from '@mtg/commands';
import {
  DELEGATION_KIND_LABELS,
  DelegationKind,
  delegationMachine,
  DelegationState,
  labelsOf,
} from '@mtg/governance';
import { registerVocabulary } from '@mtg/subgraph-kit';
import { CommitteeDecision } from '../deliberation/committee-decision';
import { approvalId, departmentCode } from '../organization/reference-columns';

registerVocabulary(
  DelegationKind,
  'DelegationKind',
  { zh: '委托种类', en: 'What a department asks of a street' },
  DELEGATION_KIND_LABELS,
);
registerVocabulary(
  DelegationState,
  'DelegationState',
  { zh: '委托事项状态', en: 'State of a delegation (R10)' },
  labelsOf(delegationMachine),
);

/** What a department asks of a street, from the written request to the feedback (R07–R10). */
export const Delegation = defineTable('Delegation', {
  zh: '委托事项',
  en: 'What a department delegates to a street',
  list: 'What departments delegate to the street',
  read: { group: 'DELEGATION', scopes: { DEPARTMENT: 'departmentCode' } },
  writes: 'WORK',
  columns: {
    state: column.choice(DelegationState, '状态', 'State'),
    departmentCode: column.hidden(
      departmentCode('委托部门代码', 'Code of the department', {
        zh: '委托部门',
        en: 'The department that delegates; null while the district is down',
      }),
    ),
    kind: column.choice(DelegationKind, '种类', 'Kind'),
    title: column.line('标题', 'Title'),
    content: column.text('内容', 'What is delegated'),
    documentNumber: column.mark('委托文件文号', 'Number of the written document (R08)'),
    documentTitle: column.line('委托文件标题', 'Title of the document'),
    documentDate: column.day('委托文件日期', 'Day of the document'),
    legalBasis: column.text('法律依据', 'Legal basis (R08)'),
    approvalId: column.optional(
      approvalId('区政府批准文件', 'The district government’s approval, where R07 asks for one'),
    ),
    opinion: column.optional(column.text('街道意见', 'The street’s opinion; null until it was heard (R08)')),
    opinionHeardAt: column.optional(
      column.instant('听取街道意见的时间', 'When the street’s opinion was heard'),
    ),
    decisionId: column.optional(
      column.ref(() => CommitteeDecision, {
        zh: '街道工委决策',
        en: 'The committee’s decision on it; null until it has decided',
        trace: column.OUTCOME,
      }),
    ),
    deployment: column.optional(
      column.text('工作部署', 'How the committee deploys the work; null until it has (R10)'),
    ),
    deployedAt: column.optional(column.instant('部署时间', 'When the work was deployed')),
    reason: column.optional(
      column.text('退回或撤回的理由', 'Why it was rejected or withdrawn; null otherwise'),
    ),
  },
  trace: { title: 'title' },
});

export type Delegation = RowOf<typeof Delegation>;
