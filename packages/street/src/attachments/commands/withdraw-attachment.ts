import { shownCode, withdrawnAttachment } from '@mtg/governance';
import { refuse, zhEn } from '@mtg/subgraph-kit';
import { expectedVersion, reason } from '../../foundation/common-inputs';
import { defineCommand } from '../../foundation/street-commands';
import { ATTACHED_RECORDS } from '../attached-record';
import { Attachment } from '../attachment';

/** A file is not deleted: it stays with the reason, and is given to readers no more. */
export const withdrawAttachment = defineCommand({
  name: 'withdrawAttachment',
  description: zhEn(
    '撤回附件：登记和理由保留，文件不可再下载',
    'Withdraws an attachment. The record stays with the reason, and the file can no longer be downloaded',
  ),
  input: { attachmentId: Attachment.id(), expectedVersion, reason },
  payload: { attachment: () => Attachment },
  target: async ({ attachmentId }, transaction) => {
    const row = await transaction.get(Attachment, attachmentId);
    const { reference, load } = ATTACHED_RECORDS[row.attachedTo];
    // A constraint of the table holds the kind to its reference.
    const { target } = await load(transaction, row[reference] ?? '');
    return { ...target, variant: row.attachedTo };
  },
  execute: async ({ attachmentId, expectedVersion: version, reason: why }, transaction) => {
    const { withdrawnAt, uploadedBy } = await transaction.get(Attachment, attachmentId);
    // Whether there was a file that is withdrawn, others than its uploader do not learn.
    if (withdrawnAt !== null && uploadedBy !== transaction.actor.subject) throw unknown(attachmentId);
    const row = await transaction.get(Attachment, attachmentId, { expectedVersion: version });
    return { attachment: await transaction.change(row, withdrawnAttachment(transaction, row, why)) };
  },
});

const unknown = (id: string): Error =>
  refuse.notFound('attachmentId', {
    zh: `没有标识为 ${shownCode(id)} 的附件。请使用记录的 attachments 中的 id`,
    en: `There is no attachment with the id ${shownCode(id)}. Use the id from \`attachments\` of the record`,
  });
