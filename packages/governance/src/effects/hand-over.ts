import {
  OPEN_WORK_ORDER_STATES,
  workOrderMachine,
  type WorkOrderState,
} from '../state-machines/machines/work-order';
import { stateName } from '../state-machines/state-machine';
import { localDay, type LocalDay } from '../time/local-day';
import { precedes } from '../time/moment';
import type { Act } from './act';
import { isInForce, type Holding, type RegisteredPerson } from './people';
import { plannedVisit } from './visit';

interface Side extends RegisteredPerson {
  readonly subject: string;
}

interface HandOverDraft {
  readonly from: Side;
  readonly to: Side;
  readonly centerCode: string;
  /** All holdings in the center. */
  readonly holdings: readonly Holding[];
}

/** Hands over what a person of a center has open to another, who holds a post there or acts in one. */
export function handedOver(act: Act, { from, to, centerCode, holdings }: HandOverDraft) {
  const handedOverOn = localDay(act.now);
  if (from.id === to.id) {
    act.requireInput({
      field: 'toPersonId',
      message: {
        zh: `${to.name}不能移交给本人。请选择另一人`,
        en: `${to.name} cannot hand over to themselves. Choose another person`,
      },
    });
  }
  const inCenter = holdings.filter(isInForce);
  if (!inCenter.some(({ personId }) => personId === from.id)) {
    act.requireInput({
      field: 'fromPersonId',
      message: {
        zh: `${from.name}在该中心没有任职记录。请更正人员或中心`,
        en: `${from.name} has never held a post in this center. Correct the person or the center`,
      },
    });
  }
  const isNow = ({ since, until }: Holding): boolean =>
    precedes(since, handedOverOn) && (until === null || precedes(handedOverOn, until));
  if (!inCenter.some((holding) => holding.personId === to.id && isNow(holding))) {
    act.requireInput({
      field: 'toPersonId',
      message: {
        zh: `${to.name}现在没有在该中心任职。请先登记任职（appointToPost），或选择在任人员`,
        en: `${to.name} holds no post in this center now. Appoint them first (appointToPost), or choose a person in a post`,
      },
    });
  }
  return { fromPersonId: from.id, toPersonId: to.id, centerCode, handedOverOn };
}

interface OrderOfPerson {
  readonly number: string;
  readonly version: number;
  readonly state: WorkOrderState;
  readonly centerCode: string;
  readonly responsiblePerson: string;
  /** Null for a name outside the register. */
  readonly responsiblePersonId: string | null;
}

interface OrdersHandedOver<Order> extends HandOverDraft {
  /** Orders that the input names; null for all open orders of the person. */
  readonly named: readonly Order[] | null;
  /** Orders of the center. */
  readonly orders: readonly Order[];
}

/**
 * Chooses the open orders that go over: those in the center that name the one who hands over, by the register or by name alone.
 * Of orders that have a name alone, namesakes in a center have to be told apart by the input.
 */
export function ordersHandedOver<Order extends OrderOfPerson>(
  act: Act,
  { from, holdings, centerCode, named, orders }: OrdersHandedOver<Order>,
): readonly Order[] {
  const isOpen = ({ state }: Order): boolean => OPEN_WORK_ORDER_STATES.includes(state);
  const isOwn = ({ responsiblePersonId, responsiblePerson }: Order): boolean =>
    responsiblePersonId === null ? responsiblePerson === from.name : responsiblePersonId === from.id;
  if (named === null) {
    const own = orders.filter((order) => isOpen(order) && isOwn(order));
    const hasNamesake = holdings
      .filter(isInForce)
      .some(({ personId, personName }) => personId !== from.id && personName === from.name);
    const byName = own.filter(({ responsiblePersonId }) => responsiblePersonId === null);
    if (byName.length > 0 && hasNamesake) {
      act.requireInput({
        field: 'workOrderIds',
        message: {
          zh: `该中心有几人名为${from.name}。请列出要移交的派单：${own.map(({ number }) => number).join('、')}`,
          en: `Several people of this center are named ${from.name}. List the orders to hand over, of ${own.map(({ number }) => number).join(', ')}`,
        },
      });
    }
    return own;
  }
  for (const [index, order] of named.entries()) {
    if (order.centerCode !== centerCode || !isOwn(order)) {
      act.requireInput({
        field: `workOrderIds.${index}`,
        message: {
          zh: `派单 ${order.number} 的责任人不是该中心的${from.name}。请更正`,
          en: `${from.name} of this center is not the responsible person of order ${order.number}. Correct the list`,
        },
      });
    }
    const { zh, en } = stateName(workOrderMachine, order.state);
    if (!isOpen(order)) {
      act.requireState(order, {
        message: {
          zh: `派单 ${order.number} 的状态为“${zh}”，无须移交。请从清单中去掉`,
          en: `Order ${order.number} is ${en} and has nothing left to take over. Leave it out`,
        },
      });
    }
  }
  return named;
}

interface PlanOfPerson {
  readonly centerCode: string;
  readonly communityCodes: readonly string[];
  readonly day: LocalDay;
  readonly people: readonly string[];
  readonly route: string;
  readonly actions: string;
}

/** Plans a visit again with the person who takes over. */
export const planHandedOver = (act: Act, plan: PlanOfPerson, from: Side, to: Side) =>
  plannedVisit(act, {
    ...plan,
    people: plan.people.map((subject) => (subject === from.subject ? to.subject : subject)),
  });

/** Refuses a visit that cites a plan which was handed over. @param successor id of the plan that replaced it */
export function requireNotHandedOver(
  act: Act,
  plan: { readonly version: number },
  successor: string | undefined,
): void {
  if (successor === undefined) return;
  act.requireState(plan, {
    field: 'planId',
    message: {
      zh: `该计划已移交。请引用移交后的计划（${successor}）`,
      en: `This plan was handed over. Cite the plan that replaced it (${successor})`,
    },
  });
}
