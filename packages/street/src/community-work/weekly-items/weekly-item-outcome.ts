import { labelsOf, weeklyItemMachine } from '@mtg/governance';
import { registerVocabulary } from '@mtg/subgraph-kit';

/** Results of an item at a weekly meeting, which are the states of its machine. */
export const WeeklyItemOutcome = { PASSED: 'PASSED', NOT_PASSED: 'NOT_PASSED' } as const;

registerVocabulary(
  WeeklyItemOutcome,
  'WeeklyItemOutcome',
  { zh: '周例会议决结果', en: 'Decision of a weekly meeting on an item (R22)' },
  labelsOf(weeklyItemMachine),
);
