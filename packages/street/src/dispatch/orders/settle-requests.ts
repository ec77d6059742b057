import type { CommandName } from '@mtg/access';
import type { CommandTransaction } from '@mtg/commands';
import {
  extensionRequestMachine,
  lapsedExtension,
  lapsedReturn,
  returnRequestMachine,
} from '@mtg/governance';
import { ExtensionRequest } from './extension-request';
import { ReturnRequest } from './return-request';
import type { WorkOrder } from './work-order';

/** Ends the requests of a center that a step of its order makes pointless. */
export async function settleRequests(
  transaction: CommandTransaction,
  { id: workOrderId }: WorkOrder,
  command: CommandName,
): Promise<void> {
  const pending = { workOrderId, state: 'PENDING' } as const;
  if (lapsesBy(extensionRequestMachine.transitions, command)) {
    const request = await transaction.find(ExtensionRequest, pending);
    if (request) await transaction.change(request, lapsedExtension(transaction, request, command));
  }
  if (lapsesBy(returnRequestMachine.transitions, command)) {
    const request = await transaction.find(ReturnRequest, pending);
    if (request) await transaction.change(request, lapsedReturn(transaction, request, command));
  }
}

const lapsesBy = (
  transitions: readonly { readonly command: string; readonly to: unknown }[],
  command: string,
): boolean => transitions.some((step) => step.command === command && step.to === 'LAPSED');
