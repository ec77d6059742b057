import type { Actor } from '@mtg/access';
import { centerHead } from '../actors';
import { HERE } from '../everybody';
import { SECOND, type Scribe } from './scribe';

/** Plans of two centers: one for a year, and one for a month that carries it on and was amended. */
export async function plans(scribe: Scribe, projectId: string): Promise<void> {
  for (const { center, department } of [HERE, SECOND]) {
    const head = centerHead(HERE.street, center);
    const links = { baseTaskCodes: ['HEALTH_RECORDS'], projectId, departmentCodes: [department] };
    const items = [
      { kind: 'KEY_POINT', content: '随访', ...links },
      { kind: 'INNOVATION', content: '进楼门' },
    ];
    const draft = { centerCode: center, period: '2026', items };
    const drafted = await scribe.give('draftPlan', draft, head, 'plan { id } items { id }');
    const planId: string = drafted['plan'].id;
    // Revised, so that there are items that are tombstones.
    const revised = await scribe.give('revisePlan', { planId, items }, head, 'items { id }');
    await adopt(scribe, planId, head);
    const carried = [{ kind: 'KEY_POINT', carriedFromId: revised['items'][0].id }, items[1]];
    const month = { centerCode: center, period: '2026-03', items: carried };
    const { plan } = await scribe.give('draftPlan', month, head, 'plan { id }');
    await adopt(scribe, plan.id, head);
    await scribe.give('amendPlan', { planId: plan.id, reason: '汛情', items: carried }, head);
  }
}

async function adopt(scribe: Scribe, planId: string, head: Actor): Promise<void> {
  await scribe.give('submitPlan', { planId }, head);
  await scribe.give('adoptPlan', { planId }, scribe.people.dispatcher);
}
