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
