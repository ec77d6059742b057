import { field } from '@mtg/commands';
import { zhEn, refuse } from '@mtg/subgraph-kit';
import { defineCommand } from '../district-commands';
import { Approval } from './approval';

/** An approval that does not hold any more. What was accepted on it before stays accepted. */
export const revokeApproval = defineCommand({
  name: 'revokeApproval',
  description: zhEn(
    '撤销批准文件；此前已据以办理的不受影响',
    'Revokes an approval. Acts already based on it remain valid',
  ),
  input: {
    approvalId: Approval.id(),
    expectedVersion: field.expectedVersion,
    reason: field.text(zhEn('撤销理由', 'Reason')),
  },
  payload: { approval: () => Approval },
  target: async ({ approvalId }, transaction) => ({
    variant: (await transaction.get(Approval, approvalId)).authority,
  }),
  execute: async ({ approvalId, expectedVersion, reason }, transaction) => {
    const approval = await transaction.get(Approval, approvalId, { expectedVersion });
    if (approval.revokedAt) {
      throw refuse.conflict(
        {
          zh: '此批准已撤销。请刷新后查看，无须再次撤销',
          en: 'This approval is already revoked. Read it again; nothing is left to do',
        },
        { currentVersion: approval.version },
      );
    }
    await transaction.change(approval, {
      revokedAt: transaction.now,
      revocationReason: reason,
    });
    return { approval };
  },
});
