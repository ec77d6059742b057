import {
  OPEN_WORK_ORDER_STATES,
  workOrderMachine,
  type WorkOrderState,
} from '../state-machines/machines/work-order';
import { stateName } from '../state-machines/state-machine';
import type { Act } from './act';

/** An order that something is added to. */
interface OrderAddedTo {
  readonly number: string;
  readonly state: WorkOrderState;
  readonly version: number;
}

/** Requires a main order that is open. Sub-orders end with it and are one level deep: a sub-order has no sub-orders. */
export function requireOpenParent(
  act: Act,
  parent: OrderAddedTo & { readonly parentId: string | null },
): void {
  const { number, state, parentId } = parent;
  if (parentId !== null) {
    act.requireInput({
      field: 'parentId',
      message: {
        zh: `${number} 本身是协办单，请引用原派单`,
        en: `${number} is a sub-order itself. Name the order that it belongs to`,
      },
    });
  }
  if (OPEN_WORK_ORDER_STATES.includes(state)) return;
  const { zh, en } = stateName(workOrderMachine, state);
  act.requireState(parent, {
    message: {
      zh: `派单 ${number} 的状态为“${zh}”，不能再派协办单；如仍有工作，请另行派单（dispatchWorkOrder）`,
      en: `Work order ${number} is ${en} and takes no more sub-orders. Dispatch another work order for the remaining work (dispatchWorkOrder)`,
    },
  });
}

/** Requires that the work of an order is going on. A center shows what it does while it does it. */
export function requireInProgress(act: Act, order: OrderAddedTo): void {
  const { number, state } = order;
  if (state === 'IN_PROGRESS') return;
  const { zh, en } = stateName(workOrderMachine, state);
  act.requireState(order, {
    message: {
      zh: `派单 ${number} 的状态为“${zh}”。请在办理中附佐证`,
      en: `Work order ${number} is ${en}. Attach evidence while an order is in progress`,
    },
  });
}
