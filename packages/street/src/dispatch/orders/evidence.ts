import { column, defineTable, type RowOf } from '@mtg/commands';
import { WorkOrder } from './work-order';

/** A reference to a document that shows what was done. The document stays where it is; the checksum says which it was. */
export const Evidence = defineTable('Evidence', {
  zh: '办理佐证',
  en: 'Evidence of the work: a document reference',
  list: 'Evidence of work orders',
  one: 'evidenceDocument',
  many: 'evidence',
  read: { group: 'DISPATCH', via: 'workOrderId', listed: false },
  writes: 'APPEND_ONLY',
  columns: {
    workOrderId: column.ref(() => WorkOrder, { inverse: 'evidence', trace: column.ON }),
    title: column.line('标题', 'Title'),
    uri: column.text('地址', 'URI of the document'),
    mediaType: column.line('媒体类型', 'Media type, e.g. application/pdf'),
    sha256: column.text('文件内容的 SHA-256', 'SHA-256 of the document, in lower-case hexadecimal'),
    note: column.optional(column.text('说明', 'Note')),
    author: column.subject('提交人(令牌中的人员标识)', 'Submitter, as token subject'),
  },
  shares: ['workOrderId', 'mediaType'],
  trace: { title: 'title' },
});

export type Evidence = RowOf<typeof Evidence>;
