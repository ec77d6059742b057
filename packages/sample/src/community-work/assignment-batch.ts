import {
  addDays,
  BATCH_SERIES,
  issuedAssignment,
  issuedBatch,
  r22,
  requireOrderStands,
  requirePassed,
  type CitingTask,
} from '@mtg/governance';
import { at } from '../calendar';
import type { HeldMeeting } from '../deliberation/hold-meeting';
import { stateAt, type LivedOrder } from '../dispatch/orders';
import { ChangingRow } from '../changing-row';
import { THE_DISPATCHER } from '../people';
import { actOf } from '../rules';
import type { Story } from '../story';
import { liveTask } from './task-life';
import { WEEKLY_HOURS } from './weekly-hours';

/** An item that a weekly meeting has passed. */
export interface PassedItem {
  readonly id: string;
  readonly number: number;
  readonly center: string;
  readonly communities: readonly string[];
  readonly title: string;
  /** The order that it carries out, if any. */
  readonly order: LivedOrder | undefined;
}

/** A task that a community has from now on. */
export interface GivenTask {
  readonly id: string;
  readonly center: string;
  readonly community: string;
  /** True if it carries out a delegation of a department. */
  readonly isDelegated: boolean;
  /** When it was completed or withdrawn, if it was. */
  readonly endedAt: Date | undefined;
}

/** One batch for all that a meeting has passed, after it (R22, R23, R25). */
export function issueBatch(
  story: Story,
  meeting: HeldMeeting,
  passed: readonly PassedItem[],
): readonly GivenTask[] {
  const issuedAt = at(meeting.heldOn, WEEKLY_HOURS.issued);
  if (!story.isPast(issuedAt)) return [];
  const act = actOf(THE_DISPATCHER, issuedAt);
  act.require(r22.check({ command: 'issueAssignmentBatch', meeting }));
  const tasks = passed.flatMap((item) =>
    item.communities.map((community) => ({ item, citing: taskFor(meeting, item, community) })),
  );
  const citing = tasks.map((task) => task.citing);
  requirePassed(act, citing);
  for (const [index, { order }] of tasks.map(({ item }) => item).entries()) {
    if (!order) continue;
    const { number } = order;
    const field = `assignments.${index}.weeklyItemId`;
    requireOrderStands(act, { number, state: stateAt(order, issuedAt), version: 1 }, field);
  }
  const batchId = story.add('AssignmentBatch', issuedAt, {
    ...story.document(BATCH_SERIES, issuedAt),
    ...issuedBatch(act, meeting.id, citing),
  });
  return tasks.map((task) => giveTask(story, meeting, { batchId, issuedAt, ...task }));
}

/** Assignment of a community for an item that the meeting has passed for it. */
function taskFor(meeting: HeldMeeting, item: PassedItem, communityCode: string): CitingTask {
  const { id: weeklyItemId, title, number, communities: communityCodes } = item;
  return {
    input: {
      weeklyItemId,
      communityCode,
      goal: `${title}：覆盖全部楼院`,
      content: `${title}：具体内容`,
      form: '【样例】集中开展',
      training: '【样例】岗前培训一次',
      instructor: '【样例】中心联系人',
      deadline: addDays(meeting.heldOn, 28),
    },
    cited: { item: { number, title, state: 'PASSED', communityCodes }, meeting },
  };
}

interface Task {
  readonly batchId: string;
  readonly issuedAt: Date;
  readonly item: PassedItem;
  readonly citing: CitingTask;
}

function giveTask(story: Story, meeting: HeldMeeting, { batchId, issuedAt, item, citing }: Task): GivenTask {
  const values = issuedAssignment(citing, meeting.id);
  const changing = new ChangingRow(story.random.idAt(issuedAt), issuedAt, values);
  liveTask(story, changing, { day: meeting.heldOn, order: item.order });
  story.write('CommunityAssignment', changing, { batchId, ...changing.values });
  const { state, communityCode: community } = changing.values;
  return {
    id: changing.id,
    center: item.center,
    community,
    isDelegated: item.order?.source.kind === 'DELEGATION',
    endedAt: state === 'COMPLETED' || state === 'WITHDRAWN' ? changing.updatedAt : undefined,
  };
}
