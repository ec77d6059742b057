import { codesOf } from './labelled';

/** The three answers about a rule, a period and a subject. */
export const VERDICT_LABELS = {
  KEPT: { zh: '合规', en: 'kept' },
  BROKEN: { zh: '违规', en: 'broken' },
  NOT_JUDGED: { zh: '未考核', en: 'not judged' },
} as const;
export const Verdict = codesOf(VERDICT_LABELS);
export type Verdict = keyof typeof VERDICT_LABELS;

/** States of what a rule asks for until a day. */
export const DUTY_STATUS_LABELS = {
  DUE: { zh: '待办', en: 'due' },
  MET: { zh: '已完成', en: 'met' },
  OVERDUE: { zh: '逾期未完成', en: 'overdue' },
  EXCUSED: { zh: '不要求', en: 'excused' },
} as const;
export const DutyStatus = codesOf(DUTY_STATUS_LABELS);
export type DutyStatus = keyof typeof DUTY_STATUS_LABELS;

/** States of a finding: a broken rule is answered, and the answer is confirmed. */
export const FINDING_STATE_LABELS = {
  OPEN: { zh: '未解决', en: 'Open: the rule is broken, and no answer awaits confirmation' },
  ANSWERED: { zh: '已说明', en: 'Answered: explained, with a remedy, and not confirmed yet' },
  CONFIRMED: { zh: '已确认', en: 'Confirmed: the rule stays broken, and the answer is confirmed' },
  RESOLVED: { zh: '已解决', en: 'Resolved: a check found the rule kept, or not to be judged' },
} as const;
export const FindingState = codesOf(FINDING_STATE_LABELS);
export type FindingState = keyof typeof FINDING_STATE_LABELS;

/** Subjects of a finding: a center or a person in it answers by its head, a street by itself. */
export const FINDING_SUBJECT_LABELS = {
  CENTER_FINDING: { zh: '中心的', en: 'of a center' },
  STREET_FINDING: { zh: '街道的', en: 'of the street' },
} as const;
export type FindingSubject = keyof typeof FINDING_SUBJECT_LABELS;
