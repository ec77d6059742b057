import type { CommandTransaction } from '@mtg/commands';
import type { BodyKind } from '@mtg/governance';
import { BodyMember } from './body-member';

/** Who may take a step depends on whose body it is. */
export async function targetMember(
  input: { readonly memberId: string },
  transaction: CommandTransaction,
): Promise<{ readonly variant: BodyKind; readonly community?: string }> {
  return targetBody(await transaction.get(BodyMember, input.memberId));
}

export const targetBody = ({
  bodyKind,
  communityCode,
}: Pick<BodyMember, 'bodyKind' | 'communityCode'>): {
  readonly variant: BodyKind;
  readonly community?: string;
} => ({ variant: bodyKind, ...(communityCode !== null && { community: communityCode }) });
