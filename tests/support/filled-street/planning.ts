import type { Actor } from '@mtg/access';
import { centerHead, officer } from '../actors';
import { HERE } from '../everybody';
import { dayAfter } from '../sequence-street';
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
    const april = { centerCode: center, period: '2026-04', items };
    const next = await scribe.give('draftPlan', april, head, 'plan { id } items { id }');
    await adopt(scribe, next['plan'].id, head);
    const [report] = await scribe.street.sql(
      'SELECT id FROM center_report WHERE center_code = $1 AND progress IS NOT NULL',
      [center],
    );
    const link = { centerReportId: report?.['id'], planItemIds: [next['items'][0].id] };
    await scribe.give('linkNextMonth', link, head);
  }
}

/** Consultations of two centers, each with a department of its own, and joint actions of each and of all. */
export async function consultations(scribe: Scribe, orders: readonly string[]): Promise<void> {
  const today = dayAfter(scribe.street.now(), 0);
  for (const [index, { center, department }] of [HERE, SECOND].entries()) {
    const head = centerHead(HERE.street, center);
    const link = { centerCode: center, departmentCode: department, matters: '普法', since: today };
    const linked = await scribe.give('linkDepartment', link, head, 'departmentLink { id }');
    const departmentLinkId: string = linked['departmentLink'].id;
    const record = { consultedOn: today, participants: ['王敏'], matters: '走访', conclusions: ['共同走访'] };
    const selection = 'consultation { id } conclusions { id }';
    const recorded = await scribe.give(
      'recordConsultation',
      { departmentLinkId, ...record },
      head,
      selection,
    );
    const consultationId: string = recorded['consultation'].id;
    await scribe.give('commentOnConsultation', { consultationId, text: '同意' }, officer(department));
    await scribe.give('commentOnConsultation', { consultationId, text: '已阅' }, head);
    await scribe.give('confirmConsultation', { consultationId }, officer(department));
    const [item] = await scribe.street.sql(
      'SELECT id FROM weekly_item WHERE center_code = $1 AND work_order_id = $2',
      [center, orders[index]],
    );
    const conclusionId: string = recorded['conclusions'][0].id;
    await scribe.give('followUpConclusion', { conclusionId, weeklyItemId: item?.['id'] }, head);
    await agree(scribe, [department]);
  }
  await agree(scribe, [HERE.department, SECOND.department]);
}

async function agree(scribe: Scribe, departmentCodes: readonly string[]): Promise<void> {
  const calls = departmentCodes.map((calleeDepartment) => ({
    callerCenter: HERE.center,
    calleeDepartment,
    content: '突发事件',
  }));
  const agreed = { title: '联动', procedure: '先报后到', centerCodes: [HERE.center], departmentCodes, calls };
  const agreedOn = dayAfter(scribe.street.now(), 0);
  await scribe.give('agreeJointAction', { ...agreed, agreedOn }, scribe.people.dispatcher);
}

async function adopt(scribe: Scribe, planId: string, head: Actor): Promise<void> {
  await scribe.give('submitPlan', { planId }, head);
  await scribe.give('adoptPlan', { planId }, scribe.people.dispatcher);
}
