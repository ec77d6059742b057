import { field } from '@mtg/commands';
import { answeredCatalogue, localDay } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { defineCommand } from '../district-commands';
import { CatalogueAnswer } from './catalogue-answer';
import { verdictOfYear } from './catalogue-judgement';
import { year } from './catalogue-input';
import { lastAnswerTo } from './last-answer';

/** R30: 区委社会工委 says why a year had no catalogue in time, and what it does about it. */
export const answerMissingCatalogue = defineCommand({
  name: 'answerMissingCatalogue',
  description: zhEn(
    '说明未按期下发目录的年份：为何未做到、如何整改；考核结论不变(R30)',
    'Answers a year without a catalogue in time: why there was none, and the remedy. The judgement stays as it is (R30)',
  ),
  input: {
    year,
    explanation: field.text(zhEn('说明：为何未做到', 'Explanation: why the rule was broken')),
    remedy: field.text(zhEn('整改措施', 'Remedy')),
    remedyUntil: field.optional(
      field.day(
        zhEn('整改期限(含当日)，不早于今天', 'Day until which it is remedied (inclusive), today or later'),
      ),
    ),
  },
  payload: { catalogueAnswer: () => CatalogueAnswer },
  execute: async (input, transaction) => {
    const { manager, now } = transaction;
    const values = answeredCatalogue(transaction, input, {
      verdict: await verdictOfYear(manager, input.year, localDay(now)),
      last: await lastAnswerTo(manager, input.year),
    });
    return { catalogueAnswer: await transaction.insert(CatalogueAnswer, values) };
  },
});
