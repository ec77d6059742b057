import type { CommandTransaction } from '@mtg/commands';
import type { BodyKind } from '@mtg/governance';
import { In, IsNull } from 'typeorm';
import { BodyMember } from './body-member';

/** Counts the members in office of these bodies: of sample data for commands about sample data, otherwise of real data. */
export const membersInOffice = (
  { manager, sample }: Pick<CommandTransaction, 'manager' | 'sample'>,
  kinds: readonly BodyKind[],
): Promise<number> =>
  manager.countBy(BodyMember, { bodyKind: In(kinds), state: 'APPOINTED', sample, deletedAt: IsNull() });
