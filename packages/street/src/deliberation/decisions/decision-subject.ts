import { codesOf } from '@mtg/governance';
import { registerVocabulary } from '@mtg/subgraph-kit';

/** Subject of a decision of the committee, as far as the rules need it. */
const DECISION_SUBJECT_LABELS = {
  MAJOR_MATTER: { zh: '重大事项', en: 'Major matter (R01)' },
  DELEGATION: { zh: '委托事项', en: 'Delegation by a department (R08, R10)' },
  KEY_POINT: { zh: '全年工作要点', en: 'Key point of the year (R11)' },
  LOCAL_CENTER: { zh: '本地中心的增设和撤销', en: 'Adding or closing of a local center (R34)' },
  APPOINTMENT: { zh: '社区大党委任命', en: 'Appointment to a community’s body (R32)' },
} as const;
export const DecisionSubject = codesOf(DECISION_SUBJECT_LABELS);
export type DecisionSubject = keyof typeof DECISION_SUBJECT_LABELS;

registerVocabulary(
  DecisionSubject,
  'DecisionSubject',
  { zh: '决策对象', en: 'Kind of matter that the committee decides on' },
  DECISION_SUBJECT_LABELS,
);
