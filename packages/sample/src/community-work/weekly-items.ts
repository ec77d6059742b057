import { decidedItem, proposedItem, requireCarriedOrder, requireGuidedCommunities } from '@mtg/governance';
import { at } from '../calendar';
import type { SampleCenter } from '../centers';
import type { HeldMeeting } from '../deliberation/hold-meeting';
import { stateAt, type LivedOrder } from '../dispatch/orders';
import { actorFor, THE_DISPATCHER, titled } from '../people';
import { actOf } from '../rules';
import type { Story } from '../story';
import { TOPICS } from '../topics';
import { issueBatch, type GivenTask, type PassedItem } from './assignment-batch';
import type { OpenOrders } from './open-orders';
import { WEEKLY_HOURS } from './weekly-hours';

/** Generates the items that centers put to a weekly meeting, and the batch of the passed ones (R22, R23, R25). */
export function assignByMeeting(
  story: Story,
  meeting: HeldMeeting,
  orders: OpenOrders,
): readonly GivenTask[] {
  const passed: PassedItem[] = [];
  let number = 0;
  for (const center of story.centers) {
    const { waiting, others } = orders.ofCenter(center.code, meeting.heldOn);
    for (let index = 0; index < Math.ceil(center.size / 5); index += 1) {
      const order = waiting[index] ?? (others.length > 0 ? story.random.pick(others) : undefined);
      const item = decideItem(story, meeting, center, order, (number += 1));
      if (!item) continue;
      passed.push(item);
      if (order) orders.pass(order);
    }
  }
  return passed.length > 0 ? issueBatch(story, meeting, passed) : [];
}

function decideItem(
  story: Story,
  meeting: HeldMeeting,
  center: SampleCenter,
  order: LivedOrder | undefined,
  number: number,
): PassedItem | undefined {
  const proposedAt = at(meeting.heldOn, WEEKLY_HOURS.proposed);
  const decidedAt = at(meeting.heldOn, WEEKLY_HOURS.decided);
  const isPassed = story.random.chance(0.85);
  const during = { ...meeting, state: 'OPEN', version: 1 };
  const proposing = actOf(actorFor('CENTER', center.code), proposedAt);
  const proposed = proposedItem(proposing, during);
  if (order) {
    requireCarriedOrder(proposing, center.code, {
      number: order.number,
      state: stateAt(order, proposedAt),
      version: 1,
      centerCode: order.center,
      names: [order.center, center.code],
    });
  }
  const decided = decidedItem(
    actOf(THE_DISPATCHER, decidedAt),
    { ...proposed, version: 1 },
    during,
    isPassed
      ? { outcome: 'PASSED', remark: null }
      : { outcome: 'NOT_PASSED', remark: '【样例】请完善方案后再提' },
  );
  const guided = order?.source.communities ?? [];
  // Work of a delegation goes to the communities that got guidance, other work to any.
  const communities =
    guided.length > 0 ? [...guided] : story.random.some(center.communities, story.random.whole(1, 2));
  if (order?.source.kind === 'DELEGATION') {
    const named = communities.map((code) => ({ code, name: code }));
    requireGuidedCommunities(actOf(THE_DISPATCHER, proposedAt), {
      guidedCommunities: guided,
      communities: named,
      field: 'communityCodes',
    });
  }
  const title = order?.title ?? titled(story.random.pick(TOPICS));
  const values = {
    meetingId: meeting.id,
    number,
    centerCode: center.code,
    title,
    content: `${title}：落实到社区`,
    communityCodes: communities,
    workOrderId: order?.id ?? null,
    ...decided,
  };
  const id = story.add('WeeklyItem', proposedAt, values, { updatedAt: decidedAt, version: 2 });
  return isPassed ? { id, number, center: center.code, communities, title, order } : undefined;
}
