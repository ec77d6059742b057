import { looksSame } from '@mtg/governance';
import { refuse } from '@mtg/subgraph-kit';
import type { StreetTransaction } from '../../foundation/street-commands';
import { BodyMember } from '../bodies/body-member';

interface Seated {
  readonly personName: string;
  readonly memberId: string | null;
}

/** Requires the seat in a body that an activity names, if any, to be the person's own. */
export async function requireOwnSeat(
  transaction: StreetTransaction,
  { memberId, personName }: Seated,
): Promise<void> {
  const member = memberId === null ? null : await transaction.get(BodyMember, memberId);
  if (!member || looksSame(member.personName, personName)) return;
  throw refuse.badInput('memberId', {
    zh: `该成员是“${member.personName}”，不是“${personName}”。请引用本人的成员标识，或更正姓名`,
    en: `That member is “${member.personName}”, not “${personName}”. Cite the person’s own seat, or correct the name`,
  });
}
