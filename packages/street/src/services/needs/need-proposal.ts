import { column, defineTable, type RowOf } from '@mtg/commands';
import { labelsOf, needProposalMachine, NeedProposalState } from '@mtg/governance';
import { registerVocabulary } from '@mtg/subgraph-kit';
import { centerCode, communityCodes } from '../../organization/reference-columns';

registerVocabulary(
  NeedProposalState,
  'NeedProposalState',
  { zh: '购买服务需求建议的状态', en: 'State of a proposal of a need (R29)' },
  labelsOf(needProposalMachine),
);

/** A need for services to be procured, which a center puts to its street, and the street to the district (R29). */
export const NeedProposal = defineTable('NeedProposal', {
  zh: '购买服务需求建议',
  en: 'Need for services to be procured, as a center puts it to the street (R29)',
  list: 'Needs for services to be procured, as centers put them to the street',
  read: { group: 'SERVICES', scopes: { COMMUNITY: 'communityCodes' } },
  writes: 'WORK',
  columns: {
    state: column.choice(NeedProposalState, '状态', 'State'),
    centerCode: centerCode('中心代码', 'Code of the center that proposes it'),
    communityCodes: communityCodes('涉及的社区代码', 'Codes of the communities concerned'),
    title: column.line('名称', 'Title'),
    content: column.text('需求内容', 'Content of the need'),
    answeredAt: column.optional(
      column.instant('街道答复时间', 'Time of the street’s answer. Null until then'),
    ),
    reason: column.optional(column.text('未采纳的理由', 'Reason for which it was declined. Null otherwise')),
  },
  shares: ['state', 'centerCode', 'communityCodes', 'title', 'answeredAt'],
  trace: { title: 'title' },
});

export type NeedProposal = RowOf<typeof NeedProposal>;
