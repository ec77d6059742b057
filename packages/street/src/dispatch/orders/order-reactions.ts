import type { CommandTransaction } from '@mtg/commands';
import type { StreetTransaction } from '../../foundation/street-commands';
import type { WorkOrder } from './work-order';

/** Rows that a reaction wrote, by the field of the command's payload that shows them. */
export type ReactionRows = Readonly<Record<string, readonly object[]>>;

/**
 * Reactions to the steps of orders from above: from their supervision, and the modules above dispatch.
 * Orders announce and know none of them, so that imports point downwards only.
 */
export interface OrderReactions {
  /** Follows each step of an order, in its transaction. */
  readonly afterStep?: (transaction: CommandTransaction, order: WorkOrder) => Promise<void>;
  /**
   * Guards verification.
   *
   * @throws PublicError CONFLICT while something of the order is still under way
   */
  readonly beforeVerified?: (transaction: StreetTransaction, order: WorkOrder) => Promise<void>;
  /** Follows a cancellation, in its transaction. */
  readonly afterCancelled?: (
    transaction: StreetTransaction,
    orders: readonly WorkOrder[],
    reason: string,
  ) => Promise<ReactionRows>;
}

const registered: OrderReactions[] = [];

/** Registers reactions. To be called once, where the module is declared. */
export const reactToOrders = (reactions: OrderReactions): void => void registered.push(reactions);

/** Lets the reactions to a step follow it. */
export async function announceStep(transaction: CommandTransaction, order: WorkOrder): Promise<void> {
  for (const { afterStep } of registered) await afterStep?.(transaction, order);
}

/** @throws PublicError CONFLICT when a module objects */
export async function announceVerification(transaction: StreetTransaction, order: WorkOrder): Promise<void> {
  for (const { beforeVerified } of registered) await beforeVerified?.(transaction, order);
}

/** @returns what the modules wrote, by field */
export async function announceCancellation(
  transaction: StreetTransaction,
  orders: readonly WorkOrder[],
  reason: string,
): Promise<ReactionRows> {
  const rows: Record<string, readonly object[]> = {};
  for (const { afterCancelled } of registered) {
    Object.assign(rows, await afterCancelled?.(transaction, orders, reason));
  }
  return rows;
}
