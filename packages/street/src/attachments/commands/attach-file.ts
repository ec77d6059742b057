import { field, inputType } from '@mtg/commands';
import { attachedFile, AttachedTo, shownCode } from '@mtg/governance';
import { refuse } from '@mtg/service-kit';
import { zhEn } from '@mtg/subgraph-kit';
import { defineCommand } from '../../foundation/street-commands';
import { ATTACHED_RECORDS, referencesTo } from '../attached-record';
import { Attachment } from '../attachment';
import { FileUpload } from '../file-upload';
import { takeFileTurn } from '../stored-uploads';

const AttachedRecordInput = inputType(
  'AttachedRecordInput',
  zhEn('所附的记录', 'Record that a file is attached to'),
  {
    kind: field.choice(AttachedTo, zhEn('记录的种类', 'Kind of the record')),
    id: field.uuid(zhEn('记录的标识', 'Id of the record')),
  },
);

/** Registers an uploaded file. Its bytes are safe by then, so that no row lacks them. */
export const attachFile = defineCommand({
  name: 'attachFile',
  description: zhEn(
    '将已上传的文件附于记录；先以 POST /attachments/{street} 上传，取得 uploadId',
    'Attaches an uploaded file to a record. Upload it first with POST /attachments/{street}, which answers with the `uploadId`',
  ),
  input: {
    uploadId: field.uuid(
      zhEn('上传所得的标识，24小时内有效', 'Id that the upload was given, valid for 24 hours'),
    ),
    attachedTo: field.nested(AttachedRecordInput, zhEn('所附的记录', 'Record')),
    note: field.optional(field.text(zhEn('说明', 'Note'))),
  },
  payload: { attachment: () => Attachment },
  target: async ({ attachedTo: { kind, id } }, transaction) => {
    const { target } = await ATTACHED_RECORDS[kind].load(transaction, id);
    return { ...target, variant: kind };
  },
  execute: async ({ uploadId, attachedTo: { kind, id }, note }, transaction) => {
    const { author } = await ATTACHED_RECORDS[kind].load(transaction, id);
    const { subject: uploadedBy } = transaction.actor;
    const own = { id: uploadId, uploadedBy, stored: true };
    const given = await transaction.manager.findOneBy(FileUpload, own);
    if (given) await takeFileTurn(transaction.manager, given.sha256);
    // It may have been past its time, and removed while this waited.
    const upload = given && (await transaction.manager.findOneBy(FileUpload, own));
    if (!upload) {
      throw refuse.notFound('uploadId', {
        zh: `没有本人上传的文件 ${shownCode(uploadId)}，或已过期。请重新上传（POST /attachments/{street}）`,
        en: `You have uploaded no file ${shownCode(uploadId)}, or it has expired. Send it again with POST /attachments/{street}`,
      });
    }
    const isAttached = await transaction.manager.existsBy(Attachment, { uploadId });
    const values = attachedFile(transaction, {
      attachedTo: kind,
      author,
      upload,
      isAttached,
    });
    const attachment = await transaction.insert(Attachment, { ...values, ...referencesTo(kind, id), note });
    return { attachment };
  },
});
