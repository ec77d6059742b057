import { field } from '@mtg/commands';
import { zhEn } from '@mtg/subgraph-kit';
import { defineCommand } from '../../../foundation/street-commands';
import { Evidence } from '../evidence';
import { mediaType, sha256, uri } from '../evidence-fields';
import { centerOfOrder } from '../center-of-order';
import { stateLabel } from '../state-label';
import { WorkOrder } from '../work-order';

/** A center shows what it did, while it does it. */
export const attachEvidence = defineCommand({
  name: 'attachEvidence',
  description: zhEn(
    '附办理佐证：办理中的派单所附文件的引用和校验和',
    'Attaches evidence to a work order in progress, as a document reference with checksum',
  ),
  input: {
    workOrderId: WorkOrder.id(),
    title: field.line(zhEn('标题', 'Title')),
    uri,
    mediaType,
    sha256,
    note: field.optional(field.text(zhEn('说明', 'Note'))),
  },
  payload: { evidence: () => Evidence },
  target: centerOfOrder,
  execute: async (input, transaction) => {
    const order = await transaction.get(WorkOrder, input.workOrderId);
    if (order.state !== 'IN_PROGRESS') {
      throw transaction.conflict(order, {
        zh: `派单 ${order.number} 的状态为“${stateLabel(order).zh}”；只有办理中的派单可以附佐证`,
        en: `Work order ${order.number} is ${stateLabel(order).en}. Evidence can be attached while it is in progress`,
      });
    }
    const evidence = await transaction.insert(Evidence, { ...input, author: transaction.actor.subject });
    return { evidence };
  },
});
