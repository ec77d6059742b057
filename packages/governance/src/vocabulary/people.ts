import { codesOf } from './labelled';

/** Kinds of posts that people hold in a center, or in the street office (`seed:108`). */
export const HELD_POST_LABELS = {
  DIRECTOR: { zh: '中心主任', en: 'director of the center' },
  DEPUTY_DIRECTOR: { zh: '中心副主任', en: 'deputy director of the center' },
  STAFF: { zh: '工作人员', en: 'staff member' },
} as const;
export const HeldPost = codesOf(HELD_POST_LABELS);
/** One of the keys of the object of the same name; so are all types here. */
export type HeldPost = keyof typeof HELD_POST_LABELS;

/** Reasons of a leave. */
export const LEAVE_KIND_LABELS = {
  ANNUAL: { zh: '年休假', en: 'annual leave' },
  SICK: { zh: '病假', en: 'sick leave' },
  PERSONAL: { zh: '事假', en: 'personal leave' },
  PARENTAL: { zh: '产假或育儿假', en: 'maternity or parental leave' },
  TRAINING: { zh: '脱产培训', en: 'training away from the post' },
  SECONDMENT: { zh: '借调', en: 'secondment to another unit' },
  OTHER: { zh: '其他', en: 'other' },
} as const;
export const LeaveKind = codesOf(LEAVE_KIND_LABELS);
export type LeaveKind = keyof typeof LEAVE_KIND_LABELS;
