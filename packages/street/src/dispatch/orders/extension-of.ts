import type { WorkOrderExtension } from '@mtg/governance';
import type { StreetTransaction } from '../../foundation/street-commands';
import { Project } from '../projects/project';
import { ExtensionRequest } from './extension-request';
import { WorkOrder } from './work-order';
import { WorkOrderEvent } from './work-order-event';

/** More time for an order, with what R11 looks at. */
export async function extensionOf(
  transaction: StreetTransaction,
  order: WorkOrder,
  deadline: string,
): Promise<WorkOrderExtension['extension']> {
  const { parentId } = order;
  const parent = parentId === null ? null : await transaction.find(WorkOrder, { id: parentId });
  const project = parent ? null : await transaction.find(Project, { id: order.projectId });
  const events = await transaction.list(WorkOrderEvent, { workOrderId: order.id });
  return {
    deadline,
    old: order.deadline,
    parent,
    deadlineOfProject: project?.deadline,
    granted: events.filter(({ newDeadline }) => newDeadline !== null).length,
    limits: transaction.context.profile.extensions ?? {},
  };
}

/** The request that is to be decided. */
export const pendingExtension = (
  transaction: StreetTransaction,
  { id }: WorkOrder,
): Promise<ExtensionRequest | null> =>
  transaction.find(ExtensionRequest, { workOrderId: id, state: 'PENDING' });
