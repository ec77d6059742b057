import { field } from '@mtg/commands';
import { DecisionOutcome, majorMatterMachine, r01 } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { defineCommand } from '../../../street-commands';
import { expectedVersion } from '../../../common-inputs';
import { CommitteeDecision } from '../../committee-decision';
import { decisionInput, recordDecision } from '../../decision-input';
import { findMatter, majorMatterId } from '../find-matter';
import { MajorMatter } from '../major-matter';
import { PreliminaryOpinion } from '../preliminary-opinion';

/** R01: 街道工委 decides, after both bodies have consulted and formed their opinions. */
export const decideMajorMatter = defineCommand({
  name: 'decideMajorMatter',
  description: zhEn(
    '登记街道工委对重大事项的决策(R01)：须大工委、地管会均已协商并先形成初步意见',
    'Records the committee’s decision on a major matter, after both bodies have consulted and formed an opinion (R01)',
  ),
  input: {
    majorMatterId,
    expectedVersion,
    decision: field.nested(decisionInput, zhEn('街道工委决策', 'The decision of the committee')),
    outcome: field.choice(DecisionOutcome, zhEn('结果', 'What it came to')),
  },
  payload: { majorMatter: () => MajorMatter, decision: () => CommitteeDecision },
  execute: async (input, transaction) => {
    const majorMatter = await findMatter(transaction, input.majorMatterId, input.expectedVersion);
    const opinions = await transaction.list(PreliminaryOpinion, { majorMatterId: majorMatter.id });
    // Before the state, since it names the body that is missing.
    transaction.require(
      r01.check({
        opinions: opinions.map(({ body, consulted, opinion, createdAt }) => ({
          body,
          consulted,
          opinion,
          recordedAt: createdAt,
        })),
        decidedAt: input.decision.decidedAt,
      }),
    );
    const state = transaction.step(majorMatterMachine, majorMatter, 'decideMajorMatter');
    const decision = await recordDecision(transaction, input.decision, 'MAJOR_MATTER', input.outcome);
    await transaction.change(majorMatter, { state, decisionId: decision.id });
    return { majorMatter, decision };
  },
});
