import { labelsOf, weeklyItemMachine } from '@mtg/governance';
import { registerVocabulary } from '@mtg/subgraph-kit';

/** What a weekly meeting can decide on an item; the states that its machine leads to. */
export const WeeklyItemOutcome = { PASSED: 'PASSED', NOT_PASSED: 'NOT_PASSED' } as const;

registerVocabulary(
  WeeklyItemOutcome,
  'WeeklyItemOutcome',
  { zh: '周例会议决结果', en: 'Decision of a weekly meeting on an item (R22)' },
  labelsOf(weeklyItemMachine),
);
