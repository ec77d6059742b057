import type { CommandTarget, CommandTransaction } from '@mtg/commands';
import type { FindingSubject } from '@mtg/governance';
import { RuleFinding } from './rule-finding';

/** An answer is aimed at the center whose finding it is, or at the street. */
export async function targetFinding(
  input: { readonly ruleFindingId: string },
  transaction: CommandTransaction,
): Promise<CommandTarget & { readonly variant: FindingSubject }> {
  const { centerCode } = await transaction.get(RuleFinding, input.ruleFindingId);
  return centerCode === null
    ? { variant: 'STREET_FINDING' }
    : { variant: 'CENTER_FINDING', center: centerCode };
}
