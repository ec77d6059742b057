import { batchById, defineReadable, field } from '@mtg/commands';
import { ApprovalAuthority, ApprovalPurpose } from '@mtg/governance';
import { lookingLike, zhEn } from '@mtg/subgraph-kit';
import { Approval } from './approval';

export const approvals = defineReadable({
  entity: Approval,
  name: 'Approval',
  one: 'approval',
  many: 'approvals',
  description: zhEn('区政府、区委批准文件', 'Approvals by the district government and Party Committee'),
  group: 'APPROVALS',
  filters: {
    authority: field.choice(ApprovalAuthority, zhEn('批准机关', 'Who approved')),
    purpose: field.choice(ApprovalPurpose, zhEn('批准事项', 'What it is for')),
    number: field.line(zhEn('文号', 'Number of the document')),
  },
  conditions: { number: lookingLike('number') },
});

/** For references from the streets, in one query for a whole operation. */
export const approvalById = batchById(approvals);
