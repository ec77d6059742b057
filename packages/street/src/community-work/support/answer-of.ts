import { answeredSolution } from '@mtg/governance';
import { IsNull } from 'typeorm';
import type { StreetTransaction } from '../../foundation/street-commands';
import type { SupportIssue } from './support-issue';
import { SupportSolution } from './support-solution';

/** Writes the answer of the community to the issue, and to its solution that awaits one (R28). @param objection null for a confirmation */
export async function answerOf(
  transaction: StreetTransaction,
  issue: SupportIssue,
  objection: string | null,
): Promise<SupportIssue> {
  const values = answeredSolution(transaction, issue, objection);
  const solution = await transaction.find(SupportSolution, { supportIssueId: issue.id, answer: IsNull() });
  if (solution) await transaction.change(solution, values.history);
  return transaction.change(issue, values.issue);
}
