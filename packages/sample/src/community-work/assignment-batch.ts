import { addDays, r09, r22, r23, r25 } from '@mtg/governance';
import { at } from '../calendar';
import type { HeldMeeting } from '../deliberation/hold-meeting';
import type { LivedOrder } from '../dispatch/orders';
import { DISPATCHER } from '../people';
import { keep } from '../rules';
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
  /** Whether it carries out what a department has delegated. */
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
  const tasks = passed.flatMap((item) => item.communities.map((community) => ({ item, community })));
  keep(r09.check({ role: 'DISPATCHER', act: 'TASK_TO_COMMUNITY' }));
  keep(r22.check({ command: 'issueAssignmentBatch', meeting }));
  keep(
    r23.check({
      meetingId: meeting.id,
      issuedAt,
      assignments: tasks.map(({ item, community }) => ({
        item: String(item.number),
        communityCode: community,
        meeting,
      })),
    }),
  );
  const batchId = story.add('AssignmentBatch', issuedAt, {
    ...story.document('布置', issuedAt),
    meetingId: meeting.id,
    meetingKind: 'WEEKLY',
    meetingState: 'CLOSED',
    issuedAt,
    issuer: DISPATCHER,
  });
  return tasks.map(({ item, community }) => giveTask(story, meeting, { batchId, issuedAt, item, community }));
}

interface Task {
  readonly batchId: string;
  readonly issuedAt: Date;
  readonly item: PassedItem;
  readonly community: string;
}

function giveTask(
  story: Story,
  meeting: HeldMeeting,
  { batchId, issuedAt, item, community }: Task,
): GivenTask {
  const requisites = {
    goal: `${item.title}：覆盖全部楼院`,
    content: `${item.title}：具体内容`,
    form: '【样例】集中开展',
    training: '【样例】岗前培训一次',
    instructor: '【样例】中心联系人',
  };
  const street = story.street.code;
  const { kind: meetingKind, state: meetingState, closedAt: meetingClosedAt } = meeting;
  const { communities: communityCodes } = item;
  const cited = { street, state: 'PASSED', meetingKind, meetingState, meetingClosedAt, communityCodes };
  keep(
    r22.check({
      street,
      assignedAt: issuedAt,
      weeklyItemId: item.id,
      item: cited,
      communityCode: community,
    }),
  );
  keep(r25.check(requisites));
  const id = story.random.idAt(issuedAt);
  const life = liveTask(story, { id, community, day: meeting.heldOn, order: item.order });
  const withdrawn = life.state === 'WITHDRAWN' ? item.order?.cancelled : undefined;
  story.add(
    'CommunityAssignment',
    issuedAt,
    {
      state: life.state,
      batchId,
      meetingId: meeting.id,
      weeklyItemId: item.id,
      itemState: 'PASSED',
      communityCode: community,
      ...requisites,
      deadline: addDays(meeting.heldOn, 28),
      withdrawnAt: withdrawn?.at ?? null,
      withdrawalReason: withdrawn?.reason ?? null,
    },
    { id, updatedAt: life.updatedAt ?? issuedAt, version: life.version },
  );
  const isOver = life.state === 'COMPLETED' || life.state === 'WITHDRAWN';
  return {
    id,
    center: item.center,
    community,
    isDelegated: item.order?.source.kind === 'DELEGATION',
    endedAt: isOver ? life.updatedAt : undefined,
  };
}
