import { column, defineTable, type RowOf } from '@mtg/commands';
import { PERSONNEL_EVIDENCE_LABELS, PersonnelEvidenceKind } from '@mtg/governance';
import { registerVocabulary } from '@mtg/subgraph-kit';
import { AttendanceRecord } from '../deliberation/meetings/attendance-record';
import { MemberReport } from '../deliberation/meetings/member-report';
import { WorkOrder } from '../dispatch/orders/work-order';
import { PersonnelSuggestion } from './personnel-suggestion';

registerVocabulary(
  PersonnelEvidenceKind,
  'PersonnelEvidenceKind',
  { zh: '人事建议的证据种类', en: 'Kind of evidence of a personnel suggestion (R15)' },
  PERSONNEL_EVIDENCE_LABELS,
);

/** A record of the street that a personnel suggestion rests on (R15). */
export const PersonnelEvidence = defineTable('PersonnelEvidence', {
  zh: '人事建议的证据',
  en: 'Evidence of a personnel suggestion: a record of the street (R15)',
  list: 'Evidence of personnel suggestions',
  read: { group: 'PERSONNEL', via: 'suggestionId', listed: false },
  writes: 'APPEND_ONLY',
  columns: {
    suggestionId: column.ref(() => PersonnelSuggestion, { name: 'suggestion', inverse: 'evidence' }),
    kind: column.choice(PersonnelEvidenceKind, '种类', 'Kind'),
    attendanceRecordId: column.optional(column.ref(() => AttendanceRecord)),
    memberReportId: column.optional(column.ref(() => MemberReport)),
    workOrderId: column.optional(column.ref(() => WorkOrder)),
  },
});

export type PersonnelEvidence = RowOf<typeof PersonnelEvidence>;
