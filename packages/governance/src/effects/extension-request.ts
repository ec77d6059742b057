import { checkExtendedDeadline } from '../checks/extended-deadline';
import type { WorkOrderExtension } from '../checks/order-facts';
import { r11 } from '../rules/r11-work-order-dispatch';
import {
  extensionRequestMachine,
  type ExtensionRequestState,
} from '../state-machines/machines/order-requests';
import { localDay, type LocalDay } from '../time/local-day';
import type { Act } from './act';

/** A request of a center as far as its decision depends on it. */
interface RequestInStep {
  readonly state: ExtensionRequestState;
  readonly version: number;
}

/** The columns of an extension request that its decision fills. */
interface ExtensionDecision {
  readonly state: ExtensionRequestState;
  readonly grantedDeadline: LocalDay | null;
  readonly answer: string | null;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
}

/** Requests more time for an order (R11). */
export function requestedExtension(act: Act, extension: WorkOrderExtension['extension'], reason: string) {
  requireDeadline(act, extension);
  const undecided: ExtensionDecision = {
    state: extensionRequestMachine.creation.to,
    grantedDeadline: null,
    answer: null,
    decidedAt: null,
    decidedBy: null,
  };
  return { ...undecided, reason, wantedDeadline: extension.deadline, applicant: act.actor.subject };
}

/** Grants more time for an order (R11). The original deadline stays. @returns the columns of the request */
export function grantedExtension(
  act: Act,
  request: RequestInStep,
  extension: WorkOrderExtension['extension'],
  answer: string | null,
) {
  requireDeadline(act, extension);
  return { ...decided(act, request, 'grantExtension', answer), grantedDeadline: extension.deadline };
}

/** Refuses more time: the deadline in force stays. */
export const refusedExtension = (act: Act, request: RequestInStep, reason: string) =>
  decided(act, request, 'refuseExtension', reason);

/** Ends a request whose order was submitted, goes to another center, or is cancelled. */
export const lapsedExtension = (act: Act, request: RequestInStep, command: string) =>
  decided(act, request, command, null);

function requireDeadline(act: Act, extension: WorkOrderExtension['extension']): void {
  act.requireInput(checkExtendedDeadline(extension.deadline, extension.old, localDay(act.now)));
  act.require(r11.check({ extension }));
}

const decided = (act: Act, request: RequestInStep, command: string, answer: string | null) => ({
  state: act.step(extensionRequestMachine, request, command),
  answer,
  decidedAt: act.now,
  decidedBy: act.actor.subject,
});
