import { field, type CommandTransaction } from '@mtg/commands';
import type { BodyKind } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { BodyMember } from './body-member';

/** The field by which commands name a member or a nomination. */
export const memberId = field.uuid(zhEn('成员(提名)标识', 'Id of the member or nomination'));

/** @throws PublicError NOT_FOUND; CONFLICT when it has another version than the client has seen */
export const findMember = (
  transaction: CommandTransaction,
  id: string,
  expectedVersion: number | null = null,
): Promise<BodyMember> =>
  transaction.get(
    BodyMember,
    id,
    { field: 'memberId', what: { zh: '机构成员', en: 'member of a body' } },
    expectedVersion,
  );

/** Who may take a step depends on whose body it is. */
export async function targetMember(
  input: { readonly memberId: string },
  transaction: CommandTransaction,
): Promise<{ readonly variant: BodyKind; readonly community?: string }> {
  return targetBody(await findMember(transaction, input.memberId));
}

export const targetBody = ({
  bodyKind,
  communityCode,
}: Pick<BodyMember, 'bodyKind' | 'communityCode'>): {
  readonly variant: BodyKind;
  readonly community?: string;
} => ({ variant: bodyKind, ...(communityCode !== null && { community: communityCode }) });
