import { field } from '@mtg/commands';
import { byDayGiven, decidedMatter, DecisionOutcome, momentOf } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { defineCommand } from '../../../foundation/street-commands';
import { expectedVersion } from '../../../foundation/common-inputs';
import { CommitteeDecision } from '../../decisions/committee-decision';
import { decisionInput, recordDecision } from '../../decisions/decision-input';
import { MajorMatter } from '../../matters/major-matter';
import { PreliminaryOpinion } from '../preliminary-opinion';

/** R01: 街道工委 decides, after both bodies have consulted and formed their opinions. */
export const decideMajorMatter = defineCommand({
  name: 'decideMajorMatter',
  description: zhEn(
    '登记重大事项决策(R01)，由街道工委作出；须大工委、地管会均已协商并先形成初步意见；与意见不一致的，写明理由',
    'Records the committee’s decision on a major matter. Both bodies must have consulted and recorded a preliminary opinion first. A decision against an opinion says why (R01)',
  ),
  input: {
    majorMatterId: MajorMatter.id(),
    expectedVersion,
    decision: field.nested(
      decisionInput,
      zhEn('街道工委决策', 'Decision of the Street Party Working Committee'),
    ),
    outcome: field.choice(DecisionOutcome, zhEn('结果', 'Result')),
    reason: field.ruled(
      zhEn(
        '理由，决策与任一机构的初步意见不一致时必填(R01)',
        'Reason. Required for a decision against the opinion of either body (R01)',
      ),
    ),
  },
  payload: { majorMatter: () => MajorMatter, decision: () => CommitteeDecision },
  execute: async (input, transaction) => {
    const majorMatter = await transaction.get(MajorMatter, input.majorMatterId, {
      expectedVersion: input.expectedVersion,
    });
    const opinions = await transaction.list(PreliminaryOpinion, { majorMatterId: majorMatter.id });
    const recorded = byDayGiven(opinions).map(
      ({ body, consulted, opinion, verdict, givenOn, createdAt }) => ({
        body,
        consulted,
        opinion,
        verdict,
        recordedAt: momentOf(givenOn, createdAt),
      }),
    );
    const values = decidedMatter(transaction, majorMatter, {
      opinions: recorded,
      decidedAt: input.decision.decidedAt,
      outcome: input.outcome,
      reason: input.reason,
    });
    const decision = await recordDecision(transaction, input.decision, 'MAJOR_MATTER', input.outcome);
    await transaction.change(majorMatter, { ...values, decisionId: decision.id });
    return { majorMatter, decision };
  },
});
