import type { Maybe } from '../checks/facts';
import type { InputProblem } from '../checks/input-problem';
import { r10 } from '../rules/r10-delegation-admission';
import { r11 } from '../rules/r11-work-order-dispatch';
import { returnRequestMachine, type ReturnRequestState } from '../state-machines/machines/order-requests';
import type { WorkOrderState } from '../state-machines/machines/work-order';
import type { Act } from './act';
import { present } from './present';
import { nameOfResponsible, type ResponsibleOfRegister } from './responsible-person';
import type { OrderSource } from './work-order';

/** A request of a center as far as its decision depends on it. */
interface RequestInStep {
  readonly state: ReturnRequestState;
  readonly version: number;
}

/** An order as far as its return depends on it. */
interface OrderToReturn {
  readonly state: WorkOrderState;
  readonly centerCode: string;
  readonly responsiblePerson: string;
}

/** The columns of a return request that its decision fills. */
interface ReturnDecision {
  readonly state: ReturnRequestState;
  readonly newCenterCode: string | null;
  readonly newResponsiblePerson: string | null;
  readonly answer: string | null;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
}

/** Requests that an order goes to another center; its own is kept, with the state that a refusal leaves it in. */
export function requestedReturn(act: Act, order: OrderToReturn, reason: string) {
  const undecided: ReturnDecision = {
    state: returnRequestMachine.creation.to,
    newCenterCode: null,
    newResponsiblePerson: null,
    answer: null,
    decidedAt: null,
    decidedBy: null,
  };
  const { state: orderState, centerCode, responsiblePerson } = order;
  return { ...undecided, reason, orderState, centerCode, responsiblePerson, applicant: act.actor.subject };
}

/** Where an order goes that its center does not keep. What R11 asks for may be missing, so that the rule answers. */
interface Reassignment {
  readonly centerCode: Maybe<string>;
  readonly responsiblePerson: Maybe<string>;
  readonly registered?: Maybe<ResponsibleOfRegister>;
  readonly reason: string;
  readonly source: Maybe<OrderSource>;
  readonly isPart: boolean;
  /** Name of the center. */
  readonly name: string;
  /** Codes of centers that have the order already, or other parts of the same work. */
  readonly taken: ReadonlySet<string>;
}

/**
 * Gives an order to another center (R11). The deadline stays.
 *
 * @returns who has it from now on, and the columns of the request
 */
export function reassignedOrder(act: Act, request: RequestInStep, to: Reassignment) {
  const { centerCode, registered, source, isPart, taken, name } = to;
  const responsiblePerson = nameOfResponsible(to.responsiblePerson, registered);
  const { role } = act.actor;
  if (taken.has(centerCode ?? '')) act.requireInput(otherThan(name));
  act.require(
    r11.check({ reassignment: { role, source, centerCode, responsiblePerson, registered, isPart } }),
    source?.kind === 'DELEGATION' ? r10.check({ guided: source.centers ?? [], centerCode }) : [],
  );
  const assignee = {
    centerCode: present(centerCode),
    responsiblePerson: present(responsiblePerson),
    responsiblePersonId: registered?.id ?? null,
  };
  return {
    assignee,
    decision: {
      ...decided(act, request, 'reassignWorkOrder', to.reason),
      newCenterCode: assignee.centerCode,
      newResponsiblePerson: assignee.responsiblePerson,
    },
  };
}

const otherThan = (holder: string): InputProblem => ({
  field: 'centerCode',
  message: {
    zh: `${holder}已承办此派单或其中一部分。请改派另一个中心`,
    en: `${holder} already carries out this order or a part of it. Choose another center`,
  },
});

/** Refuses a return: the order stays with its center. */
export const refusedReturn = (act: Act, request: RequestInStep, reason: string) =>
  decided(act, request, 'refuseReturn', reason);

/** Ends a request whose order is cancelled. */
export const lapsedReturn = (act: Act, request: RequestInStep, command: string) =>
  decided(act, request, command, null);

const decided = (act: Act, request: RequestInStep, command: string, answer: string | null) => ({
  state: act.step(returnRequestMachine, request, command),
  answer,
  decidedAt: act.now,
  decidedBy: act.actor.subject,
});
