import { column, defineTable, type RowOf } from '@mtg/commands';
import { labelsOf, majorMatterMachine, MajorMatterState } from '@mtg/governance';
import { registerVocabulary } from '@mtg/subgraph-kit';
import { CommitteeDecision } from '../decisions/committee-decision';

registerVocabulary(
  MajorMatterState,
  'MajorMatterState',
  { zh: '重大事项状态', en: 'State of a major matter (R01)' },
  labelsOf(majorMatterMachine),
);

/** A matter of the area's development, which both bodies consult on before the committee decides (R01). */
export const MajorMatter = defineTable('MajorMatter', {
  zh: '重大事项',
  en: 'Major matter of the area',
  list: 'Major matters of the area',
  read: { group: 'DELIBERATION' },
  writes: 'WORK',
  columns: {
    state: column.choice(MajorMatterState, '状态', 'State'),
    title: column.line('标题', 'Title'),
    content: column.text('内容', 'Content'),
    decisionId: column.optional(
      column.ref(() => CommitteeDecision, {
        zh: '街道工委决策',
        en: 'Decision of the Street Party Working Committee. Null until decided',
        trace: column.OUTCOME,
      }),
    ),
    reason: column.optional(
      column.text(
        '决策与初步意见不一致的理由',
        'Reason for a decision against a preliminary opinion (R01). Null if none is stated',
      ),
    ),
  },
  shares: ['state', 'title', 'decisionId'],
  trace: { title: 'title' },
});

export type MajorMatter = RowOf<typeof MajorMatter>;
