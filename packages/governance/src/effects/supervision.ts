import { supervisionMachine, type SupervisionState } from '../state-machines/machines/supervision';
import type { LocalDay } from '../time/local-day';
import type { Act } from './act';

/** Opens a supervision of an overdue order (R12). */
export const openedSupervision = (order: { readonly id: string; readonly deadline: LocalDay }) => ({
  workOrderId: order.id,
  state: supervisionMachine.creation.to,
  missedDeadline: order.deadline,
  resolution: null,
  resolvedAt: null,
  resolvedBy: null,
});

/** Resolves a supervision. @param resolution what was done; null when a step of the order resolves it */
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
