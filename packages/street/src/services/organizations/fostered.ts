import type { CommandTarget } from '@mtg/commands';
import type { LocalDay } from '@mtg/governance';
import type { StreetTransaction } from '../../foundation/street-commands';
import { FosteredOrganization } from './fostered-organization';
import { FosteringStage } from './fostering-stage';
import { JointActivity } from './joint-activity';

/** Commands on the fostering of an organization are for the center that helps. */
export const centerThatFosters = async (
  { fosteredOrganizationId }: { readonly fosteredOrganizationId: string },
  transaction: StreetTransaction,
): Promise<CommandTarget> => ({
  center: (await transaction.get(FosteredOrganization, fosteredOrganizationId)).centerCode,
});

/** The last day of a stage or an activity of a fostered organization, or null. */
export const lastDayOf = async (
  transaction: StreetTransaction,
  { id }: FosteredOrganization,
): Promise<LocalDay | null> => (await daysOf(transaction, id)).at(-1) ?? null;

/** Days of its stages and activities, the first one first. */
export async function daysOf(
  transaction: StreetTransaction,
  fosteredOrganizationId: string,
): Promise<readonly LocalDay[]> {
  const stages = await transaction.list(FosteringStage, { fosteredOrganizationId });
  const activities = await transaction.list(JointActivity, { fosteredOrganizationId });
  return [...stages.map(({ reachedOn }) => reachedOn), ...activities.map(({ heldOn }) => heldOn)].toSorted();
}
