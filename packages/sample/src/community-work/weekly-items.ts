import {
  addDays,
  assignmentMachine,
  r09,
  r22,
  r23,
  r25,
  weeklyItemMachine,
  type AssignmentState,
} from '@mtg/governance';
import type { SampleCenter } from '../centers';
import { at } from '../calendar';
import type { HeldMeeting } from '../deliberation/hold-meeting';
import type { LivedOrder } from '../dispatch/orders';
import { DISPATCHER, secretaryOf, titled } from '../people';
import { keep, stepOf } from '../rules';
import type { Story } from '../story';
import { TOPICS } from '../topics';

/** A task that a community has from now on. */
export interface GivenTask {
  readonly id: string;
  readonly center: string;
  readonly community: string;
  /** When it was withdrawn, if it was. */
  readonly withdrawnAt: Date | undefined;
}

interface PassedItem {
  readonly id: string;
  readonly number: number;
  readonly center: string;
  readonly communities: readonly string[];
  readonly title: string;
  /** The order that it carries out, if any. */
  readonly order: LivedOrder | undefined;
}

/** What centers put to a weekly meeting, and the batch of what it passed (R22, R23, R25). */
export function assignByMeeting(
  story: Story,
  meeting: HeldMeeting,
  orders: readonly LivedOrder[],
): readonly GivenTask[] {
  const passed: PassedItem[] = [];
  let number = 0;
  for (const center of story.centers) {
    const own = orders.filter(
      ({ openFrom, openTo, center: of }) => of === center.code && isOpen(openFrom, openTo, meeting),
    );
    for (let count = Math.ceil(center.size / 5); count > 0; count -= 1) {
      const item = decideItem(story, meeting, center, own, (number += 1));
      if (item) passed.push(item);
    }
  }
  return passed.length > 0 ? issueBatch(story, meeting, passed) : [];
}

const isOpen = (from: Date | undefined, to: Date, { openedAt, closedAt }: HeldMeeting): boolean =>
  from !== undefined && from < openedAt && to > closedAt;

function decideItem(
  story: Story,
  meeting: HeldMeeting,
  center: SampleCenter,
  orders: readonly LivedOrder[],
  number: number,
): PassedItem | undefined {
  const proposedAt = at(meeting.heldOn, 14.5);
  const decidedAt = at(meeting.heldOn, 15.5);
  const isPassed = story.random.chance(0.85);
  const { to } = stepOf(
    weeklyItemMachine,
    weeklyItemMachine.creation.to,
    'decideWeeklyItem',
    isPassed ? 'PASSED' : 'NOT_PASSED',
  );
  const communities = story.random.some(center.communities, story.random.whole(1, 2));
  const title = titled(story.random.pick(TOPICS));
  const order = orders.length > 0 ? story.random.pick(orders) : undefined;
  const values = {
    meetingId: meeting.id,
    number,
    state: to,
    centerCode: center.code,
    title,
    content: `${title}：落实到社区`,
    communityCodes: communities,
    workOrderId: order?.id ?? null,
    decidedAt,
    remark: isPassed ? null : '【样例】请完善方案后再提',
  };
  const id = story.add('WeeklyItem', proposedAt, values, { updatedAt: decidedAt, version: 2 });
  return isPassed ? { id, number, center: center.code, communities, title, order } : undefined;
}

function issueBatch(story: Story, meeting: HeldMeeting, passed: readonly PassedItem[]): readonly GivenTask[] {
  const issuedAt = at(meeting.heldOn, 16.5);
  if (!story.isPast(issuedAt)) return [];
  const tasks = passed.flatMap((item) => item.communities.map((community) => ({ item, community })));
  keep(r09.check({ role: 'DISPATCHER', act: 'TASK_TO_COMMUNITY' }));
  keep(
    r23.check({
      batch: {
        issuedAt,
        tasks: tasks.map(({ item, community }) => ({
          item: String(item.number),
          community,
          meetingClosedAt: meeting.closedAt,
        })),
      },
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
  const cited = { street, state: 'PASSED', meetingKind, meetingState, meetingClosedAt };
  keep(r22.check({ street, assignedAt: issuedAt, item: cited }));
  keep(r25.check(requisites));
  const id = story.random.idAt(issuedAt);
  const cancelled = item.order?.cancelled;
  const life = liveTask(story, { id, community, until: cancelled?.at }, meeting);
  const withdrawn = cancelled && life.state === 'WITHDRAWN' ? cancelled : undefined;
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
  return { id, center: item.center, community, withdrawnAt: withdrawn?.at };
}

/** What a community reports of a task, until it is done, or the order is cancelled that it carries out. */
function liveTask(
  story: Story,
  {
    id,
    community,
    until,
  }: { readonly id: string; readonly community: string; readonly until: Date | undefined },
  { heldOn }: HeldMeeting,
) {
  let state: AssignmentState = assignmentMachine.creation.to;
  let updatedAt: Date | undefined;
  let version = 1;
  for (const days of [6, 13]) {
    const reportedAt = at(addDays(heldOn, days), 16);
    if (!story.isPast(reportedAt) || (until !== undefined && reportedAt > until)) break;
    const completed = days === 13;
    const outcome = completed ? 'COMPLETED' : 'IN_PROGRESS';
    ({ to: state } = stepOf(assignmentMachine, state, 'reportProgress', outcome));
    [updatedAt, version] = [reportedAt, version + 1];
    story.add('ProgressReport', reportedAt, {
      assignmentId: id,
      communityCode: community,
      text: titled(completed ? '已完成' : '正在开展'),
      completed,
      reporter: secretaryOf(community),
    });
  }
  if (until !== undefined && state !== 'COMPLETED') {
    ({ to: state } = stepOf(assignmentMachine, state, 'cancelWorkOrder'));
    [updatedAt, version] = [until, version + 1];
  }
  return { state, updatedAt, version };
}
