import { column, defineTable, type RowOf } from '@mtg/commands';
import { catalogueAnswerMachine, CatalogueAnswerState, labelsOf } from '@mtg/governance';
import { registerVocabulary } from '@mtg/subgraph-kit';

registerVocabulary(
  CatalogueAnswerState,
  'CatalogueAnswerState',
  { zh: '目录违规说明的状态', en: 'State of an answer to a year without a catalogue in time (R30)' },
  labelsOf(catalogueAnswerMachine),
);

/** The district’s answer to a year without a catalogue in time, and the decision on it (R30). */
export const CatalogueAnswer = defineTable('CatalogueAnswer', {
  zh: '购买服务目录违规的说明',
  en: 'Answer to a year without a catalogue in time: explanation and remedy, and the decision on them. The judgement stays as it is (R30)',
  list: 'Answers to years without a catalogue in time',
  read: { group: 'PROCUREMENT' },
  writes: 'WORK',
  columns: {
    year: column.whole('年份', 'Year that was broken'),
    state: column.choice(CatalogueAnswerState, '状态', 'State'),
    explanation: column.text('说明：为何未做到', 'Explanation: why the rule was broken'),
    remedy: column.text('整改措施', 'Remedy'),
    remedyUntil: column.optional(
      column.day('整改期限(含当日)', 'Day until which it is remedied (inclusive). Null where none is set'),
    ),
    answeredBy: column.subject('说明人(令牌中的人员标识)', 'Person who answered, as token subject'),
    role: column.line('说明人的角色', 'Role of the person who answered'),
    decidedAt: column.optional(
      column.instant('确认或退回时间', 'Time of confirmation or sending back. Null until then'),
    ),
    decidedBy: column.optional(
      column.subject(
        '确认或退回的人(令牌中的人员标识)',
        'Person who decided, as token subject. Null until then',
      ),
    ),
    sentBackFor: column.optional(
      column.text('退回理由', 'Reason for sending it back. Null unless it was sent back'),
    ),
  },
  shares: ['year', 'state', 'remedyUntil', 'decidedAt'],
});

export type CatalogueAnswer = RowOf<typeof CatalogueAnswer>;
