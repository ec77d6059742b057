import type { CommandTarget, CommandTransaction } from '@mtg/commands';
import { WorkOrder } from './work-order';

/** Commands of a center are aimed at the center of their order. */
export const centerOfOrder = async (
  input: { readonly workOrderId: string },
  transaction: CommandTransaction,
): Promise<CommandTarget> => {
  // Without the version that the client has seen: who may do it comes first.
  const { centerCode } = await transaction.get(WorkOrder, input.workOrderId);
  return { center: centerCode };
};
