import type { CommandTarget, WorkRow, WorkTableClass } from '@mtg/commands';
import type { AttachedTo } from '@mtg/governance';
import { LedgerEntry } from '../community-work/ledger/ledger-entry';
import { SupportIssue } from '../community-work/support/support-issue';
import { SentimentLog } from '../community-work/visits/sentiment-log';
import { VisitRecord } from '../community-work/visits/visit-record';
import { Delegation } from '../delegation/requests/delegation';
import { Meeting } from '../deliberation/meetings/meeting';
import { Minutes } from '../deliberation/minutes/minutes';
import { WorkOrder } from '../dispatch/orders/work-order';
import { EnforcementObject } from '../enforcement/enforcement-object';
import type { StreetTransaction } from '../foundation/street-commands';
import { Expenditure } from '../funds/expenditures/expenditure';
import type { Attachment } from './attachment';

type Reference = {
  [Property in keyof Attachment]: Property extends `${string}Id` ? Property : never;
}[keyof Attachment];

/** A kind of record that files can be attached to. */
interface AttachedRecord {
  readonly reference: Exclude<Reference, 'uploadId'>;
  /** Loads a record as far as it decides who may attach files to it. */
  readonly load: (transaction: StreetTransaction, id: string) => Promise<LoadedRecord>;
}

interface LoadedRecord {
  /** Place of the record: who writes there may attach files. */
  readonly target: CommandTarget;
  /** Author of a record about people; null for others. */
  readonly author: string | null;
}

interface Placed {
  readonly centerCode?: string;
  readonly communityCode?: string;
  readonly departmentCode?: string;
  readonly authorSubject?: string;
}

const PATH = 'attachedTo.id';

const record = <Row extends WorkRow & Placed>(
  reference: AttachedRecord['reference'],
  table: WorkTableClass<Row>,
): AttachedRecord => ({
  reference,
  load: async (transaction, id) => {
    const row = await transaction.get(table, id, { at: PATH });
    return {
      target: {
        ...(row.centerCode !== undefined && { center: row.centerCode }),
        ...(row.communityCode !== undefined && { community: row.communityCode }),
        ...(row.departmentCode !== undefined && { department: row.departmentCode }),
      },
      author: row.authorSubject ?? null,
    };
  },
});

/** The records that files can be attached to. */
export const ATTACHED_RECORDS: Readonly<Record<AttachedTo, AttachedRecord>> = {
  MEETING: record('meetingId', Meeting),
  MINUTES: record('minutesId', Minutes),
  DELEGATION: record('delegationId', Delegation),
  WORK_ORDER: record('workOrderId', WorkOrder),
  LEDGER_ENTRY: record('ledgerEntryId', LedgerEntry),
  SUPPORT_ISSUE: record('supportIssueId', SupportIssue),
  EXPENDITURE: record('expenditureId', Expenditure),
  VISIT_RECORD: record('visitRecordId', VisitRecord),
  SENTIMENT_LOG: record('sentimentLogId', SentimentLog),
  ENFORCEMENT_OBJECT: record('enforcementObjectId', EnforcementObject),
};

/** References of an attachment to its record, all but one of them null. */
export const referencesTo = (kind: AttachedTo, id: string) => {
  const none = Object.fromEntries(Object.values(ATTACHED_RECORDS).map(({ reference }) => [reference, null]));
  return { ...none, [ATTACHED_RECORDS[kind].reference]: id } as Record<
    AttachedRecord['reference'],
    string | null
  >;
};
