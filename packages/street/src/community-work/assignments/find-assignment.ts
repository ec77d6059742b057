import { field, type CommandTransaction } from '@mtg/commands';
import { localDay } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { wrongInput } from '../../refusals';
import { CommunityAssignment } from './community-assignment';

/** The field by which commands name an assignment. */
export const assignmentId = field.uuid(zhEn('社区任务标识', 'Id of the assignment'));

/** @throws PublicError NOT_FOUND, CONFLICT */
export const findAssignment = (
  transaction: CommandTransaction,
  id: string,
  expectedVersion: number | null = null,
): Promise<CommunityAssignment> =>
  transaction.get(
    CommunityAssignment,
    id,
    { field: 'assignmentId', what: { zh: '社区任务', en: 'community assignment' } },
    expectedVersion,
  );

/**
 * A visit can carry out an assignment of the community that it goes to, from the day of that assignment on.
 *
 * @throws PublicError NOT_FOUND, BAD_USER_INPUT
 */
export async function requireAssignmentFor(
  transaction: CommandTransaction,
  id: string,
  { communityCode, day }: { readonly communityCode: string; readonly day: string },
): Promise<void> {
  const assignment = await findAssignment(transaction, id);
  if (assignment.communityCode !== communityCode) {
    throw wrongInput('assignmentId', {
      zh: `该任务属于社区 ${assignment.communityCode}，而不是 ${communityCode}`,
      en: `that assignment is for the community ${assignment.communityCode} and not for ${communityCode}`,
    });
  }
  const assignedOn = localDay(assignment.createdAt);
  if (day < assignedOn) {
    throw wrongInput('assignmentId', {
      zh: `该任务于 ${assignedOn} 布置，晚于走访日期 ${day}`,
      en: `that assignment was made on ${assignedOn}, after the visit on ${day}`,
    });
  }
}
