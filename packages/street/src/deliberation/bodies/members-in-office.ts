import type { CommandTransaction } from '@mtg/commands';
import type { BodyKind } from '@mtg/governance';
import { In, IsNull } from 'typeorm';
import { BodyMember } from './body-member';

/** How many people are in office in these bodies; of sample data where a command is about those, of real people otherwise. */
export const membersInOffice = (
  { manager, sample }: Pick<CommandTransaction, 'manager' | 'sample'>,
  kinds: readonly BodyKind[],
): Promise<number> =>
  manager.countBy(BodyMember, { bodyKind: In(kinds), state: 'APPOINTED', sample, deletedAt: IsNull() });
