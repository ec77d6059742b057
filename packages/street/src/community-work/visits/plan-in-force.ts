import type { CommandTransaction } from '@mtg/commands';
import { requireNotHandedOver } from '@mtg/governance';
import { HandedOverItem } from './handed-over-item';
import type { VisitPlan } from './visit-plan';

/** @throws PublicError CONFLICT when the plan was handed over, naming the one that replaced it */
export async function requireInForce(transaction: CommandTransaction, plan: VisitPlan): Promise<void> {
  const item = await transaction.find(HandedOverItem, { visitPlanId: plan.id });
  requireNotHandedOver(transaction, plan, item?.newVisitPlanId ?? undefined);
}
