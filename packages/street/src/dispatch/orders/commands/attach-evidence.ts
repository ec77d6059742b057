import { field } from '@mtg/commands';
import { requireInProgress } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { defineCommand } from '../../../foundation/street-commands';
import { Evidence } from '../evidence';
import { mediaType, sha256, uri } from '../evidence-fields';
import { centerOfOrder } from '../center-of-order';
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
    requireInProgress(transaction, order);
    const evidence = await transaction.insert(Evidence, { ...input, author: transaction.actor.subject });
    return { evidence };
  },
});
