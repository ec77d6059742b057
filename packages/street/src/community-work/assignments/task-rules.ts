import type { CommandTransaction } from '@mtg/commands';
import { findingsOfTask, r22, r23, r25, type RuleViolation } from '@mtg/governance';
import type { CitingTask } from './cited-item';

/** R22 and R25 for one task of a batch; who issues it is not asked. */
export function violationsOfTask(
  { context, now }: CommandTransaction,
  { input, cited }: CitingTask,
  index: number,
): readonly RuleViolation[] {
  const { weeklyItemId, communityCode } = input;
  const item = cited && {
    street: context.owner,
    state: cited.item.state,
    meetingKind: cited.meeting.kind,
    meetingState: cited.meeting.state,
    meetingClosedAt: cited.meeting.closedAt,
    communityCodes: cited.item.communityCodes,
  };
  return findingsOfTask(index, [
    ...r22.check({ street: context.owner, assignedAt: now, item, weeklyItemId, communityCode }),
    ...r25.check(input),
  ]);
}

/**
 * R23 for a batch: all tasks of one weekly meeting, and of no other, once and after it.
 *
 * @param earlierBatch number of the batch that the meeting has already, if it has one
 */
export const violationsOfBatch = (
  { now }: CommandTransaction,
  meetingId: string,
  tasks: readonly CitingTask[],
  earlierBatch: string | undefined,
): readonly RuleViolation[] =>
  r23.check({
    meetingId,
    issuedAt: now,
    assignments: tasks.map(({ input, cited }) => ({
      item: cited ? `${cited.item.number} “${cited.item.title}”` : (input.weeklyItemId ?? ''),
      communityCode: input.communityCode,
      meeting: cited?.meeting,
    })),
    earlierBatch,
  });
