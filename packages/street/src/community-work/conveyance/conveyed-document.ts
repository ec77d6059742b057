import { column, defineTable, type RowOf } from '@mtg/commands';
import { CONVEYED_ISSUER_LABELS, CONVEYED_KIND_LABELS, ConveyedIssuer, ConveyedKind } from '@mtg/governance';
import { registerVocabulary } from '@mtg/subgraph-kit';
import { centerCode, communityCode } from '../../organization/reference-columns';

registerVocabulary(
  ConveyedIssuer,
  'ConveyedIssuer',
  { zh: '会议或文件的来源', en: 'Originator of conveyed meetings and documents (R26)' },
  CONVEYED_ISSUER_LABELS,
);
registerVocabulary(
  ConveyedKind,
  'ConveyedKind',
  { zh: '传达的种类', en: 'Kind of conveyed item (R26)' },
  CONVEYED_KIND_LABELS,
);

/** A meeting or document whose spirit a center has conveyed to a community (R26). */
export const ConveyedDocument = defineTable('ConveyedDocument', {
  zh: '传达的会议和文件精神',
  en: 'Meeting or document conveyed to a community',
  list: 'Meetings and documents conveyed to communities',
  read: { group: 'COMMUNITY_WORK', scopes: { COMMUNITY: 'communityCode' } },
  writes: 'WORK',
  columns: {
    issuer: column.choice(ConveyedIssuer, '来源', 'Originator of the meeting or document'),
    kind: column.choice(ConveyedKind, '种类', 'Meeting or document'),
    title: column.line('标题', 'Title'),
    priorities: column.text('工作重点', 'Priorities of work'),
    communityCode: communityCode('社区代码', 'Code of the community'),
    centerCode: centerCode('中心代码', 'Code of the conveying center'),
    conveyedOn: column.day('传达日期', 'Day of conveying'),
  },
  shares: ['issuer', 'kind', 'title', 'communityCode', 'centerCode', 'conveyedOn'],
  trace: { title: 'title' },
});

export type ConveyedDocument = RowOf<typeof ConveyedDocument>;
