import type { CommandName } from '@mtg/access';
import { zhEn } from '@mtg/subgraph-kit';
import { defineCommand } from '../../../foundation/street-commands';
import { expectedVersion } from '../../../foundation/common-inputs';
import { centerOfOrder } from '../center-of-order';
import { applyTransition } from '../apply-transition';
import { WorkOrder } from '../work-order';

/** A step by which a center carries out its order; nothing but the order's state decides whether it may be taken. */
const step = (name: CommandName, description: string) =>
  defineCommand({
    name,
    description,
    input: { workOrderId: WorkOrder.id(), expectedVersion },
    payload: { workOrder: () => WorkOrder },
    target: centerOfOrder,
    execute: async (input, transaction) => {
      const workOrder = await transaction.get(WorkOrder, input.workOrderId, input);
      await applyTransition(transaction, workOrder, name);
      return { workOrder };
    },
  });

export const acceptWorkOrder = step(
  'acceptWorkOrder',
  zhEn('接单', 'Accepts a work order dispatched to the center'),
);

export const startWorkOrder = step(
  'startWorkOrder',
  zhEn('开始办理', 'Starts work on an accepted work order'),
);

export const submitWorkOrder = step(
  'submitWorkOrder',
  zhEn('提交验收', 'Submits the completed work for verification'),
);
