import { column, defineTable, type RowOf } from '@mtg/commands';
import { WorkOrder } from '../../dispatch/orders/work-order';
import { VisitPlan } from './visit-plan';
import { HandOver } from './hand-over';

/** An open order or a planned visit that went from one person to another. */
export const HandedOverItem = defineTable('HandedOverItem', {
  zh: '移交的工作',
  en: 'Open order or planned visit that was handed over',
  list: 'Open orders and planned visits that were handed over',
  label: { zh: '移交的工作', en: 'item of a handover' },
  read: { group: 'PEOPLE' },
  writes: 'APPEND_ONLY',
  columns: {
    handOverId: column.ref(() => HandOver, { inverse: 'items' }),
    workOrderId: column.optional(
      column.ref(() => WorkOrder, {
        zh: '移交的派单，移交计划时为空',
        en: 'Order that was handed over. Null for a plan',
        inverse: { name: 'handOvers', zh: '责任人的移交', en: 'Handovers of the responsible person' },
      }),
    ),
    visitPlanId: column.optional(
      column.ref(() => VisitPlan, {
        zh: '移交的进社区计划，移交派单时为空',
        en: 'Visit plan that was handed over. Null for an order',
        inverse: {
          name: 'handOvers',
          zh: '移交',
          en: 'Handovers of the plan, after which it no longer applies',
        },
      }),
    ),
    newVisitPlanId: column.optional(
      column.ref(() => VisitPlan, {
        name: 'newVisitPlan',
        zh: '移交后的进社区计划',
        en: 'Plan that replaced it, with the person who took over. Null for an order',
        inverse: { name: 'handedOverFrom', zh: '所接替的计划', en: 'Handovers that made this plan' },
      }),
    ),
  },
});

export type HandedOverItem = RowOf<typeof HandedOverItem>;
