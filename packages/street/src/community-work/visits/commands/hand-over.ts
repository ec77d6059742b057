import { field } from '@mtg/commands';
import { handedOver, localDay, ordersHandedOver, planHandedOver } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { ArrayContains, IsNull, MoreThan } from 'typeorm';
import { WorkOrder } from '../../../dispatch/orders/work-order';
import { centerCode } from '../../../foundation/common-inputs';
import { defineCommand, type StreetTransaction } from '../../../foundation/street-commands';
import { requireCenter } from '../../../organization/require-addressee';
import { withNames } from '../../../people/holdings';
import { Person } from '../../../people/person';
import { PostHolding } from '../../../people/post-holding';
import { VisitPlan } from '../visit-plan';
import { HandOver } from '../hand-over';
import { HandedOverItem } from '../handed-over-item';

/** Orders that are open and visits of days to come go over. Past work stays with the person who did it. */
export const handOver = defineCommand({
  name: 'handOver',
  description: zhEn(
    '移交工作：把一人在中心未办结的派单和以后日期的进社区计划转给另一人，原记录保留',
    'Hands over the open orders and the planned visits of days to come from one person of a center to another. Earlier records stay',
  ),
  input: {
    centerCode,
    fromPersonId: field.uuid(zhEn('移交人标识', 'Id of the person who hands over')),
    toPersonId: field.uuid(zhEn('接手人标识', 'Id of the person who takes over')),
    workOrderIds: field.optional(
      field.list(
        field.uuid(
          zhEn(
            '要移交的派单标识；不填则为其负责的（名册登记的，或姓名相符的）全部未办结派单',
            'Ids of the orders to hand over. Omit for all open orders that name the person, by the register or by name alone',
          ),
        ),
        { least: 0 },
      ),
    ),
  },
  payload: { handOver: () => HandOver, items: () => [HandedOverItem] },
  target: (input) => ({ center: input.centerCode }),
  execute: async (input, transaction) => {
    await requireCenter(transaction, input.centerCode, 'centerCode');
    const from = await transaction.get(Person, input.fromPersonId, { at: 'fromPersonId' });
    const to = await transaction.get(Person, input.toPersonId, { at: 'toPersonId' });
    const named = input.workOrderIds && (await namedOrders(transaction, input.workOrderIds));
    const ofCenter = { centerCode: input.centerCode, sample: transaction.sample };
    const holdings = await withNames(transaction, await transaction.list(PostHolding, ofCenter));
    const draft = { from, to, centerCode: input.centerCode, holdings };
    const values = handedOver(transaction, draft);
    const ofPerson = { ...ofCenter, responsiblePersonId: from.id };
    const byName = { ...ofCenter, responsiblePersonId: IsNull(), responsiblePerson: from.name };
    const candidates = [
      ...(await transaction.list(WorkOrder, ofPerson)),
      ...(await transaction.list(WorkOrder, byName)),
    ];
    const orders = ordersHandedOver(transaction, { ...draft, named, orders: candidates });
    const row = await transaction.insert(HandOver, values);
    const items: HandedOverItem[] = [];
    const none = { handOverId: row.id, workOrderId: null, visitPlanId: null, newVisitPlanId: null };
    for (const order of orders) {
      await transaction.change(order, { responsiblePerson: to.name, responsiblePersonId: to.id });
      items.push(await transaction.insert(HandedOverItem, { ...none, workOrderId: order.id }));
    }
    for (const plan of await plansToCome(transaction, ofCenter, from)) {
      const newPlan = await transaction.insert(VisitPlan, planHandedOver(transaction, plan, from, to));
      const replaced = { visitPlanId: plan.id, newVisitPlanId: newPlan.id };
      items.push(await transaction.insert(HandedOverItem, { ...none, ...replaced }));
    }
    return { handOver: row, items };
  },
});

async function namedOrders(
  transaction: StreetTransaction,
  ids: readonly string[],
): Promise<readonly WorkOrder[]> {
  const orders: WorkOrder[] = [];
  for (const [index, id] of ids.entries()) {
    if (orders.some((order) => order.id === id)) continue;
    orders.push(await transaction.get(WorkOrder, id, { at: `workOrderIds.${index}` }));
  }
  return orders;
}

/** Plans of days after today that name the person and were not handed over yet. */
async function plansToCome(
  transaction: StreetTransaction,
  ofCenter: { readonly centerCode: string; readonly sample: boolean },
  { subject }: Person,
): Promise<readonly VisitPlan[]> {
  const day = MoreThan(localDay(transaction.now));
  const plans = await transaction.list(VisitPlan, { ...ofCenter, day, people: ArrayContains([subject]) });
  const open: VisitPlan[] = [];
  for (const plan of plans) {
    if (!(await transaction.find(HandedOverItem, { visitPlanId: plan.id }))) open.push(plan);
  }
  return open;
}
