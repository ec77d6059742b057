import type { CommandTransaction } from '@mtg/commands';
import { addDays, localDay, startOfDay, type BodyKind, type LocalDay } from '@mtg/governance';
import { In, IsNull, LessThan, MoreThanOrEqual } from 'typeorm';
import { BodyMember } from './body-member';

/**
 * Counts the members in office of these bodies on a day: of sample data for commands about sample data, otherwise of real
 * data.
 *
 * @param day that of a meeting; one to come counts those of now
 */
export function membersInOffice(
  { manager, sample, now }: Pick<CommandTransaction, 'manager' | 'sample' | 'now'>,
  kinds: readonly BodyKind[],
  day: LocalDay = localDay(now),
): Promise<number> {
  const ofBodies = { bodyKind: In(kinds), sample, deletedAt: IsNull() };
  if (day >= localDay(now)) return manager.countBy(BodyMember, { ...ofBodies, state: 'APPOINTED' });
  const appointed = { ...ofBodies, appointedAt: LessThan(startOfDay(addDays(day, 1))) };
  return manager.countBy(BodyMember, [
    { ...appointed, endedAt: IsNull() },
    { ...appointed, endedAt: MoreThanOrEqual(startOfDay(day)) },
  ]);
}
