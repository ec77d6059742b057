import { codesOf } from './labelled';

/** Days on which the working week differs from Monday to Friday. */
export const CALENDAR_DAY_LABELS = {
  HOLIDAY: { zh: '放假', en: 'day off' },
  WORKED: { zh: '调休上班', en: 'make-up working day' },
} as const;
export const CalendarDayKind = codesOf(CALENDAR_DAY_LABELS);
export type CalendarDayKind = keyof typeof CALENDAR_DAY_LABELS;
