import {
  actionFollowedUp,
  addDays,
  areInForce,
  EnforcementForm,
  recordedAction,
  type LocalDay,
} from '@mtg/governance';
import { at } from '../calendar';
import type { LivedOrder } from '../dispatch/orders';
import { titled, unitName } from '../people';
import { actOf } from '../rules';
import type { Story } from '../story';
import { THE_HEAD, type Enforcement } from './mandates';

const FORMS = Object.values(EnforcementForm);

/** The team patrols or enforces once a week, within a mandate; some actions are followed by an order of the week (R33). */
export function enforceWeek(
  story: Story,
  monday: LocalDay,
  { mandates, teamId, members }: Enforcement,
  orders: readonly LivedOrder[],
): void {
  const day = addDays(monday, 2);
  const recordedAt = at(day, 17);
  const inForce = mandates.filter((mandate) => areInForce(mandate, day));
  if (!story.isPast(at(addDays(monday, 4), 18)) || inForce.length === 0) return;
  const mandate = story.random.pick(inForce);
  const kind = story.random.pick(mandate.kinds);
  const community = story.random.pick(story.street.communities);
  const present = members.filter(
    ({ departmentCode }) => departmentCode === mandate.departmentCode || story.random.chance(0.5),
  );
  const memberIds = present.map(({ id }) => id);
  const words = { found: titled('发现问题一处'), outcome: titled('已责令整改') };
  const draft = { day, kind, mandate, members, memberIds, ...words };
  const recorded = recordedAction(actOf(THE_HEAD, recordedAt), draft);
  const order = orders.find(
    ({ center, dispatchedAt }) => center === 'PUBLIC_SECURITY' && dispatchedAt > recordedAt,
  );
  const followedAt = order && new Date(order.dispatchedAt.getTime() + 60_000);
  const followed =
    order && followedAt
      ? actionFollowedUp(
          actOf(THE_HEAD, followedAt),
          { ...recorded, version: 1 },
          { id: order.id, number: order.number, createdAt: order.dispatchedAt },
        )
      : {};
  const history = followedAt ? { updatedAt: followedAt, version: 2 } : {};
  const values = {
    ...recorded,
    ...followed,
    form: story.random.pick(FORMS),
    place: titled('辖区主要街巷'),
    communityCode: community,
    teamId,
  };
  const actionId = story.add('EnforcementAction', recordedAt, values, history);
  for (const { id } of present) {
    story.add('EnforcementParticipant', recordedAt, { actionId, memberId: id });
  }
  const object = { name: unitName(story.random.whole(70, 99)), detail: titled('已当场告知') };
  story.add('EnforcementObject', recordedAt, { actionId, ...object, authorSubject: THE_HEAD.subject });
}
