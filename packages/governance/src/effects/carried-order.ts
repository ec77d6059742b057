import type { InputProblem } from '../checks/input-problem';
import { r10, type GuidedAssignment } from '../rules/r10-delegation-admission';
import type { StateProblem } from '../checks/state-problem';
import {
  OPEN_WORK_ORDER_STATES,
  workOrderMachine,
  type WorkOrderState,
} from '../state-machines/machines/work-order';
import { stateName } from '../state-machines/state-machine';
import type { Act } from './act';

/** The order that an item carries out. */
interface CarriedOrder {
  readonly number: string;
  readonly state: WorkOrderState;
  readonly version: number;
  readonly centerCode: string;
  /** Name of its center, and of the center of the item. */
  readonly names: readonly [string, string];
}

/** Requires guidance on the delegation behind an order for each community that its work goes to (R10). */
export const requireGuidedCommunities = (act: Act, assignment: GuidedAssignment): void =>
  act.require(r10.check(assignment));

/** Requires that an item carries out an open order, which its own center has accepted. */
export function requireCarriedOrder(act: Act, centerCode: string, order: CarriedOrder): void {
  act.requireInput(checkCenter(centerCode, order));
  act.requireState(order, checkAccepted(order));
}

function checkCenter(
  centerCode: string,
  { number, centerCode: own, names: [its, given] }: CarriedOrder,
): InputProblem | undefined {
  if (own === centerCode) return undefined;
  return {
    field: 'workOrderId',
    message: {
      zh: `派单 ${number} 属于${its}，而不是${given}。请引用${given}的派单，或不填`,
      en: `Work order ${number} belongs to ${its}, not to ${given}. Cite an order of ${given}, or omit this field`,
    },
  };
}

function checkAccepted({ number, state }: CarriedOrder): StateProblem | undefined {
  const field = 'workOrderId';
  if (state === 'ISSUED') {
    return {
      field,
      message: {
        zh: `派单 ${number} 尚未接单，中心还没有承办；请先接单（acceptWorkOrder）`,
        en: `Work order ${number} is not accepted yet. Accept it first (acceptWorkOrder)`,
      },
    };
  }
  if (state === 'RETURNED') {
    return {
      field,
      message: {
        zh: `派单 ${number} 的退单申请待审，尚不知由哪个中心承办；请等综合管理中心审核（reassignWorkOrder、refuseReturn）`,
        en: `The return of work order ${number} is requested, and its center is to be decided. Wait for the decision (reassignWorkOrder, refuseReturn)`,
      },
    };
  }
  if (OPEN_WORK_ORDER_STATES.includes(state)) return undefined;
  const { zh, en } = stateName(workOrderMachine, state);
  return {
    field,
    message: {
      zh: `派单 ${number} 的状态为“${zh}”，已无须落实。请引用在办的派单，或不填`,
      en: `Work order ${number} is ${en} and needs no more work. Cite an open order, or omit this field`,
    },
  };
}

/**
 * Requires that the order behind an item is still open. What it was dispatched for is not carried into communities once it was
 * cancelled, or its work was verified.
 *
 * @param field path of the input that leads to the item
 */
export function requireOrderStands(
  act: Act,
  order: Pick<CarriedOrder, 'number' | 'state' | 'version'>,
  field: string,
): void {
  const { number, state } = order;
  if (OPEN_WORK_ORDER_STATES.includes(state)) return;
  const { zh, en } = stateName(workOrderMachine, state);
  act.requireState(order, {
    field,
    message: {
      zh: `该事项所落实的派单 ${number} 的状态为“${zh}”，不再落实到社区；如仍需落实，请另行派单，并在以后的周例会上提出（proposeWeeklyItem）`,
      en: `Work order ${number}, which the item carries out, is ${en} and no longer goes to communities. If the work is still due, dispatch another order (dispatchWorkOrder) and propose it at a later weekly meeting (proposeWeeklyItem)`,
    },
  });
}
