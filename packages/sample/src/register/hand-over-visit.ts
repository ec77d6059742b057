import { addDays, handedOver, planHandedOver, plannedVisit, type LocalDay } from '@mtg/governance';
import type { SampleCenter } from '../centers';
import { at } from '../calendar';
import { actorFor, THE_DISPATCHER, titled } from '../people';
import type { Random } from '../random';
import { actOf } from '../rules';
import type { Story } from '../story';
import type { Employee } from './employee';

interface Visit {
  readonly center: SampleCenter;
  readonly monday: LocalDay;
  readonly from: Employee;
  readonly to: Employee;
}

/** Plans a visit on the Friday before a leave, and hands it over when the leave begins. */
export function handOverVisit(story: Story, random: Random, { center, monday, from, to }: Visit): void {
  const plannedAt = at(addDays(monday, -3), 16);
  const handedOverAt = at(monday, 8.25);
  if (!story.isPast(handedOverAt)) return;
  const plan = plannedVisit(actOf(actorFor('CENTER', center.code), plannedAt), {
    centerCode: center.code,
    day: addDays(monday, 2),
    people: [from.subject],
    communityCodes: [random.pick(center.communities)],
    route: titled('街道—社区居委会'),
    actions: titled('走访重点户'),
  });
  const visitPlanId = story.add('VisitPlan', plannedAt, plan, { id: random.idAt(plannedAt) });
  const act = actOf(THE_DISPATCHER, handedOverAt);
  const holdings = [from.holding, to.holding];
  const values = handedOver(act, { from, to, centerCode: center.code, holdings });
  const added = () => ({ id: random.idAt(handedOverAt) });
  const handOverId = story.add('HandOver', handedOverAt, values, added());
  const newPlan = planHandedOver(act, plan, from, to);
  const newVisitPlanId = story.add('VisitPlan', handedOverAt, newPlan, added());
  const item = { handOverId, workOrderId: null, visitPlanId, newVisitPlanId };
  story.add('HandedOverItem', handedOverAt, item, added());
}
