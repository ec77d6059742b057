import { codesOf } from '@mtg/governance';
import { registerVocabulary } from '@mtg/subgraph-kit';

/** The outcome of a command, or a reading that is recorded. */
const AUDIT_OUTCOME_LABELS = {
  ALLOWED: { zh: '已执行', en: 'Executed' },
  READ: { zh: '已查阅', en: 'Read' },
  REFUSED: { zh: '已拒绝', en: 'Refused. Nothing was changed' },
} as const;
export const AuditOutcome = codesOf(AUDIT_OUTCOME_LABELS);
export type AuditOutcome = keyof typeof AUDIT_OUTCOME_LABELS;

registerVocabulary(
  AuditOutcome,
  'AuditOutcome',
  { zh: '操作结果', en: 'Outcome of a command' },
  AUDIT_OUTCOME_LABELS,
);
