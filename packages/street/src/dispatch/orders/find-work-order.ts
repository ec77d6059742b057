import { field, type CommandTarget, type CommandTransaction } from '@mtg/commands';
import { zhEn } from '@mtg/subgraph-kit';
import { WorkOrder } from './work-order';

/** The field by which commands name an order. */
export const workOrderId = field.uuid(zhEn('派单标识', 'Id of the work order'));

/** @throws PublicError NOT_FOUND */
export const workOrderAt = (
  transaction: CommandTransaction,
  path: string,
  id: string,
  expectedVersion: number | null = null,
): Promise<WorkOrder> =>
  transaction.get(WorkOrder, id, { field: path, what: { zh: '派单', en: 'work order' } }, expectedVersion);

/** @throws PublicError NOT_FOUND; CONFLICT when it has another version than the client has seen */
export const findWorkOrder = (
  transaction: CommandTransaction,
  {
    workOrderId,
    expectedVersion = null,
  }: { readonly workOrderId: string; readonly expectedVersion?: number | null },
): Promise<WorkOrder> => workOrderAt(transaction, 'workOrderId', workOrderId, expectedVersion);

/** Commands of a center are aimed at the center of their order. */
export const centerOfOrder = async (
  input: { readonly workOrderId: string },
  transaction: CommandTransaction,
): Promise<CommandTarget> => {
  // Without the version that the client has seen: who may do it comes first.
  const { centerCode } = await findWorkOrder(transaction, { workOrderId: input.workOrderId });
  return { center: centerCode };
};
