import { column, defineTable, type RowOf } from '@mtg/commands';
import { SOLUTION_ANSWER_LABELS, SolutionAnswer } from '@mtg/governance';
import { registerVocabulary } from '@mtg/subgraph-kit';
import { recordedLate } from '../../foundation/recorded-late';
import { SupportIssue } from './support-issue';

registerVocabulary(
  SolutionAnswer,
  'SolutionAnswer',
  { zh: '社区对解决情况的答复', en: 'Answer of a community to a solution (R28)' },
  SOLUTION_ANSWER_LABELS,
);

/** A solution of a support issue and what the community said of it. Later solutions leave the earlier ones as they are (R28). */
export const SupportSolution = defineTable('SupportSolution', {
  zh: '解决情况及社区答复',
  en: 'Solution of a support issue, with the answer of the community (R28)',
  list: 'Solutions of support issues, with the answers of the communities',
  read: { group: 'COMMUNITY_WORK', via: 'supportIssueId' },
  writes: 'WORK',
  columns: {
    supportIssueId: column.ref(() => SupportIssue, { inverse: 'solutions', trace: column.NEAR }),
    solution: column.text('解决情况', 'Solution'),
    solvedOn: column.optional(
      column.day(
        '解决日期；留存历史之前被异议的未登记',
        'Day of the solution. Null for those objected to before history was kept',
      ),
    ),
    solvedBy: column.optional(
      column.subject(
        '登记人(令牌中的人员标识)；留存历史之前的未登记',
        'Recorder, as token subject. Null for those recorded before history was kept',
      ),
    ),
    answer: column.optional(
      column.choice(SolutionAnswer, '社区的答复', 'Answer of the community. Null until then'),
    ),
    objection: column.optional(column.text('社区的异议', 'Objection of the community. Null if none')),
    answeredAt: column.optional(
      column.instant(
        '答复时间；留存历史之前的异议未登记',
        'Time of the answer. Null until then, and for objections before history was kept',
      ),
    ),
    answeredBy: column.optional(
      column.subject('答复人(令牌中的人员标识)', 'Answerer, as token subject. Null until then'),
    ),
  },
  derived: {
    recordedLate: recordedLate(
      'solvedOn',
      'createdAt',
      '是否补录(登记晚于解决之日)',
      'Whether it was recorded after the day of the solution',
    ),
  },
  shares: ['supportIssueId', 'solvedOn', 'answer', 'answeredAt'],
  trace: { title: 'solution' },
});

export type SupportSolution = RowOf<typeof SupportSolution>;
