import { field } from '@mtg/commands';
import { answeredFinding } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { expectedVersion } from '../../foundation/common-inputs';
import { defineCommand } from '../../foundation/street-commands';
import { FindingAnswer } from '../finding-answer';
import { targetFinding } from '../finding-target';
import { RuleFinding } from '../rule-finding';

/** Those whom a broken rule concerns say why it was broken, and what they do about it. */
export const answerFinding = defineCommand({
  name: 'answerFinding',
  description: zhEn(
    '说明检查结果：为何未做到、如何整改；中心的由其负责人，街道的由综合管理中心或街道主要领导；考核结论不变',
    'Answers an open finding: why the rule was broken, and the remedy. For a center by its head, for the street by the dispatcher or a principal leader. The judgement stays as it is',
  ),
  input: {
    ruleFindingId: RuleFinding.id(),
    expectedVersion,
    explanation: field.text(zhEn('说明：为何未做到', 'Explanation: why the rule was broken')),
    remedy: field.text(zhEn('整改措施', 'Remedy')),
    remedyUntil: field.optional(
      field.day(
        zhEn('整改期限(含当日)，不早于今天', 'Day until which it is remedied (inclusive), today or later'),
      ),
    ),
  },
  payload: { ruleFinding: () => RuleFinding, findingAnswer: () => FindingAnswer },
  target: targetFinding,
  execute: async ({ ruleFindingId, expectedVersion, ...draft }, transaction) => {
    const ruleFinding = await transaction.get(RuleFinding, ruleFindingId, { expectedVersion });
    const { finding, answer } = answeredFinding(transaction, ruleFinding, draft);
    await transaction.change(ruleFinding, finding);
    return {
      ruleFinding,
      findingAnswer: await transaction.insert(FindingAnswer, { ruleFindingId, ...answer }),
    };
  },
});
