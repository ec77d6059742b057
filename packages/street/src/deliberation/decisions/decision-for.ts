import { field, type CommandTransaction } from '@mtg/commands';
import { zhEn, refuse } from '@mtg/subgraph-kit';
import { CommitteeDecision } from './committee-decision';
import { decisionInput, recordDecision, type DecisionInput } from './decision-input';
import type { DecisionSubject } from './decision-subject';

/** A decision that is recorded with the command, or one that was: the committee decides on several things at once. */
export const decisionFields = {
  decision: field.optional(
    field.nested(decisionInput, zhEn('街道工委决策', 'Decision of the Street Party Working Committee')),
  ),
  decisionId: field.optional(
    field.uuid(
      zhEn('已登记的决策的标识，代替 decision', 'Id of a decision already recorded. Replaces `decision`'),
    ),
  ),
};

/**
 * The decision by which the committee approves what a command does; null when the input names none.
 *
 * @throws PublicError BAD_USER_INPUT when it names two, or one on something else; NOT_FOUND
 */
export async function decisionFor(
  transaction: CommandTransaction,
  { decision, decisionId }: { readonly decision: DecisionInput | null; readonly decisionId: string | null },
  subject: DecisionSubject,
): Promise<CommitteeDecision | null> {
  if (decisionId === null) {
    return decision && recordDecision(transaction, decision, subject, 'APPROVED');
  }
  if (decision) {
    throw refuse.badInput('decisionId', {
      zh: 'decision 和 decisionId 不能同时填。请只填一个',
      en: '`decision` and `decisionId` cannot be combined. Give only one',
    });
  }
  const known = await transaction.get(CommitteeDecision, decisionId);
  if (known.subject === subject && known.outcome === 'APPROVED') return known;
  throw refuse.badInput('decisionId', {
    zh: `决策“${known.number}”议的是另一类事项，或未通过。请引用就本事项通过的决策`,
    en: `Decision “${known.number}” concerns another kind of matter or was rejected. Cite the decision that approved this one`,
  });
}
