import { field, inputType, type CommandTransaction, type InputOf } from '@mtg/commands';
import type { DecisionOutcome } from '@mtg/governance';
import { looksLike, zhEn, refuse } from '@mtg/subgraph-kit';
import { CommitteeDecision } from './committee-decision';
import type { DecisionSubject } from './decision-subject';

const SHAPE = {
  number: field.mark(zhEn('文号或会议决定编号，街道内唯一', 'Number of the decision, unique in the street')),
  decidedAt: field.instant(zhEn('决策时间', 'Time of the decision, not in the future')),
  summary: field.text(zhEn('决策内容', 'Text of the decision')),
};

/** A decision of the Street Party Working Committee, as commands take it. */
export const decisionInput = inputType(
  'CommitteeDecisionInput',
  zhEn('街道工委决策', 'Decision of the Street Party Working Committee'),
  SHAPE,
);

export type DecisionInput = InputOf<typeof SHAPE>;

/**
 * Records a decision.
 *
 * @throws PublicError BAD_USER_INPUT when it lies in the future, or its number is taken
 */
export async function recordDecision(
  transaction: CommandTransaction,
  decision: DecisionInput,
  subject: DecisionSubject,
  outcome: DecisionOutcome,
): Promise<CommitteeDecision> {
  if (decision.decidedAt > transaction.now) {
    throw refuse.badInput('decision.decidedAt', {
      zh: '决策时间晚于现在。请填现在或以前的时间',
      en: 'The time of the decision is in the future. Choose now or earlier',
    });
  }
  const { sample } = transaction;
  const other = await transaction.find(CommitteeDecision, { number: looksLike(decision.number), sample });
  if (other) {
    throw refuse.badInput('decision.number', {
      zh: `编号“${other.number}”已用于另一项决策。请另取编号`,
      en: `Number “${other.number}” is used by another decision. Choose another number`,
    });
  }
  return transaction.insert(CommitteeDecision, { ...decision, subject, outcome });
}
