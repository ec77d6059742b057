import type { CommandTransaction } from '@mtg/commands';
import { Meeting } from '../../deliberation/meetings/meeting';
import { communityNames } from '../../organization/names';
import { requireCommunity } from '../../organization/require-addressee';
import { WeeklyItem } from '../weekly-items/weekly-item';
import type { AssignmentInput } from './assignment-input';

/** A task, and the item of this street that it cites with that item's meeting; null when there is no such item here. */
export interface CitingTask {
  readonly input: AssignmentInput;
  readonly communityName: string;
  /** Names of the communities of the item, where it is not for the task's. */
  readonly communityNames?: readonly string[];
  readonly cited: { readonly item: WeeklyItem; readonly meeting: Meeting } | null;
}

/**
 * Looks up what tasks cite. That an item is missing is for rule R22 to say, whatever id was given for it: another
 * street's, an invented one, none.
 *
 * @throws PublicError NOT_FOUND for a community that the street does not have
 */
export async function citeItems(
  transaction: CommandTransaction,
  assignments: readonly AssignmentInput[],
): Promise<readonly CitingTask[]> {
  const tasks: CitingTask[] = [];
  for (const [index, input] of assignments.entries()) {
    const path = `assignments.${index}`;
    const { communityCode } = input;
    const communityName = await requireCommunity(transaction, communityCode, `${path}.communityCode`);
    const cited = await find(transaction, input.weeklyItemId, `${path}.weeklyItemId`);
    if (!cited || cited.item.communityCodes.includes(communityCode)) {
      tasks.push({ input, communityName, cited });
      continue;
    }
    // Only a refusal names the communities of an item.
    const concerned = await communityNames(transaction, cited.item.communityCodes);
    tasks.push({ input, communityName, communityNames: concerned, cited });
  }
  return tasks;
}

async function find(
  transaction: CommandTransaction,
  id: string | null,
  path: string,
): Promise<CitingTask['cited']> {
  const item = id === null ? null : await transaction.findNamed(WeeklyItem, id, path);
  const meeting = item && (await transaction.find(Meeting, { id: item.meetingId }));
  return item && meeting ? { item, meeting } : null;
}
