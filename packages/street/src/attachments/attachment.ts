import { column, defineTable, type RowOf, type TableClass } from '@mtg/commands';
import { ATTACHED_TO_LABELS, AttachedTo, SCAN_STATE_LABELS, ScanState } from '@mtg/governance';
import { registerVocabulary } from '@mtg/subgraph-kit';
import { LedgerEntry } from '../community-work/ledger/ledger-entry';
import { SupportIssue } from '../community-work/support/support-issue';
import { SentimentLog } from '../community-work/visits/sentiment-log';
import { VisitRecord } from '../community-work/visits/visit-record';
import { Delegation } from '../delegation/requests/delegation';
import { Meeting } from '../deliberation/meetings/meeting';
import { Minutes } from '../deliberation/minutes/minutes';
import { WorkOrder } from '../dispatch/orders/work-order';
import { EnforcementObject } from '../enforcement/enforcement-object';
import { Expenditure } from '../funds/expenditures/expenditure';

registerVocabulary(
  AttachedTo,
  'AttachedTo',
  { zh: '所附的记录', en: 'Record that a file is attached to' },
  ATTACHED_TO_LABELS,
);
registerVocabulary(
  ScanState,
  'ScanState',
  { zh: '病毒扫描结果', en: 'Answer of the virus scanner' },
  SCAN_STATE_LABELS,
);

const to = (target: () => TableClass) => column.optional(column.ref(target, { inverse: 'attachments' }));

/**
 * A file that is attached to a record, and read by those who read the record. The bytes are in the store of the street under their
 * SHA-256. Nothing of a row changes but the answer of the scanner and the withdrawal.
 */
export const Attachment = defineTable('Attachment', {
  zh: '附件',
  en: 'File attached to a record. Download it at `/attachments/{street}/{id}`',
  list: 'Files attached to records that the caller reads',
  read: {
    group: 'ATTACHMENTS',
    asAnyOf: [
      'meetingId',
      'minutesId',
      'delegationId',
      'workOrderId',
      'ledgerEntryId',
      'supportIssueId',
      'expenditureId',
      'visitRecordId',
      'sentimentLogId',
      'enforcementObjectId',
    ],
    // A file that is taken back is known to its uploader, and to the auditor, each of whose readings is on record.
    hidden: { when: (row) => `${row}.withdrawn_at IS NOT NULL`, except: 'uploadedBy', roles: ['AUDITOR'] },
  },
  writes: 'WORK',
  columns: {
    attachedTo: column.choice(AttachedTo, '所附的记录', 'Kind of the record'),
    meetingId: to(() => Meeting),
    minutesId: to(() => Minutes),
    delegationId: to(() => Delegation),
    workOrderId: to(() => WorkOrder),
    ledgerEntryId: to(() => LedgerEntry),
    supportIssueId: to(() => SupportIssue),
    expenditureId: to(() => Expenditure),
    visitRecordId: to(() => VisitRecord),
    sentimentLogId: to(() => SentimentLog),
    enforcementObjectId: to(() => EnforcementObject),
    uploadId: column.hidden(column.uuid('上传标识', 'Id of the upload')),
    fileName: column.line('文件名', 'File name'),
    mediaType: column.line('媒体类型，按内容认定', 'Media type, found by content'),
    sizeBytes: column.whole('字节数', 'Size in bytes'),
    sha256: column.text('文件内容的 SHA-256', 'SHA-256 of the content, in lower-case hexadecimal'),
    note: column.optional(column.text('说明', 'Note. Null if not given')),
    uploadedBy: column.subject('上传人(令牌中的人员标识)', 'Uploader, as token subject'),
    scanState: column.choice(
      ScanState,
      '病毒扫描结果；有病毒的不可下载，设有扫描的街道，未扫描的也不可',
      'Answer of the virus scanner. Infected files cannot be downloaded. In a street with a scanner, neither can files that it has not scanned yet',
    ),
    scannedAt: column.optional(column.instant('扫描时间', 'Time of that answer. Null until then')),
    withdrawnAt: column.readOnRecord(
      column.optional(
        column.instant(
          '撤回时间；撤回后只有上传人和审计员可见，只有审计员可下载，其查阅留痕',
          'Time of withdrawal, after which only the uploader and the auditor see it, and only the auditor downloads it, on record. Null while it stands',
        ),
      ),
    ),
    withdrawnBy: column.readOnRecord(
      column.optional(
        column.subject(
          '撤回人(令牌中的人员标识)',
          'Person who withdrew it, as token subject. Null while it stands',
        ),
      ),
    ),
    withdrawalReason: column.readOnRecord(
      column.optional(column.text('撤回的理由', 'Reason for the withdrawal. Null while it stands')),
    ),
  },
});

export type Attachment = RowOf<typeof Attachment>;
