import { supervisionMachine, type SupervisionState } from '../state-machines/machines/supervision';
import type { LocalDay } from '../time/local-day';
import type { Act } from './act';

/** The supervision that a sweep opens of an order that is overdue (R12). */
export const openedSupervision = (order: { readonly id: string; readonly deadline: LocalDay }) => ({
  workOrderId: order.id,
  state: supervisionMachine.creation.to,
  missedDeadline: order.deadline,
  resolution: null,
  resolvedAt: null,
  resolvedBy: null,
});

/** What changes in a supervision that is resolved. @param resolution what was done; null where the order's own step resolves it */
export const resolvedSupervision = (
  act: Act,
  supervision: { readonly state: SupervisionState; readonly version: number },
  resolution: string | null,
) => ({
  state: act.step(supervisionMachine, supervision, 'resolveSupervision'),
  resolution,
  resolvedAt: act.now,
  resolvedBy: act.actor.subject,
});
