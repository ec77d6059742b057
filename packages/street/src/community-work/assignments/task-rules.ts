import type { CommandTransaction } from '@mtg/commands';
import { r22, r25, violationOf, type RuleViolation } from '@mtg/governance';
import type { CitingTask } from './cited-item';

/**
 * R22 and R25 for one task of a batch; who issues it is not asked. Each finding says which task it is about, in words
 * and by the path of the input's field.
 */
export function violationsOfTask(
  { context, now }: CommandTransaction,
  { input, cited }: CitingTask,
  index: number,
): readonly RuleViolation[] {
  const item = cited && {
    street: context.owner,
    state: cited.item.state,
    meetingKind: cited.meeting.kind,
    meetingState: cited.meeting.state,
    meetingClosedAt: cited.meeting.closedAt,
  };
  const findings = [
    ...r22.check({ street: context.owner, assignedAt: now, item, cited: input.weeklyItemId }),
    ...notPassedFor(input.communityCode, cited),
    ...r25.check(input),
  ];
  return findings.map(({ message: { zh, en }, field, ...violation }) => ({
    ...violation,
    field: `assignments.${index}.${field === 'item' ? 'weeklyItemId' : field}`,
    message: { zh: `第${index + 1}项任务：${zh}`, en: `Task ${index + 1}: ${en}` },
  }));
}

/** What a meeting passed for some communities, it has not passed for another. */
function notPassedFor(community: string, cited: CitingTask['cited']): readonly RuleViolation[] {
  if (!cited || cited.item.communityCodes.includes(community)) return [];
  const concerned = cited.item.communityCodes.join(', ');
  return [
    violationOf(
      r22,
      {
        zh: `所引用的事项没有涉及社区 ${community}（涉及：${concerned}），因此没有为它通过。请在周例会上提出涉及该社区的事项。`,
        en: `The cited item does not concern the community ${community} (it concerns: ${concerned}) and so was not passed for it. Propose one that does.`,
      },
      'communityCode',
    ),
  ];
}
