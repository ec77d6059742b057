import type { CommandTransaction } from '@mtg/commands';
import { CommitteeDecision } from '../../deliberation/decisions/committee-decision';
import type { Delegation } from './delegation';

/** The time at which the committee decided on a delegation; null until it has. */
export async function decidedAtOf(
  transaction: CommandTransaction,
  { decisionId }: Pick<Delegation, 'decisionId'>,
): Promise<Date | null> {
  return decisionId === null ? null : (await transaction.get(CommitteeDecision, decisionId)).decidedAt;
}
