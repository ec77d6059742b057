import type { CommandTransaction } from '@mtg/commands';
import type { BodyKind } from '@mtg/governance';
import { BodyMember } from './body-member';

/** Loads the member. The kind of its body decides who may perform a transition. */
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
