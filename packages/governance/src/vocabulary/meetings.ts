import { codesOf } from './labelled';

/** Meetings of the bodies (joint, special; `seed:114`) and of the seven centers (`seed:122`). */
export const MEETING_KIND_LABELS = {
  JOINT: { zh: '联席会议', en: 'joint meeting' },
  SPECIAL: { zh: '专题会议', en: 'special meeting' },
  ANNUAL_RETREAT: { zh: '年度务虚会', en: 'annual retreat' },
  MONTHLY_PROGRESS: { zh: '月推进会', en: 'monthly progress meeting' },
  WEEKLY: { zh: '周例会', en: 'weekly meeting' },
} as const;
export const MeetingKind = codesOf(MEETING_KIND_LABELS);
/** One of the keys of the object of the same name; so are all types here. */
export type MeetingKind = keyof typeof MEETING_KIND_LABELS;

/** Triggers of special meetings (R05). */
export const MEETING_TRIGGER_KIND_LABELS = {
  MEMBER_REQUEST: { zh: '成员单位提请', en: 'request of a member unit' },
  MAJOR_MATTER: { zh: '重大事项', en: 'major matter' },
  URGENT_MATTER: { zh: '紧急事项', en: 'urgent matter' },
} as const;
export const MeetingTriggerKind = codesOf(MEETING_TRIGGER_KIND_LABELS);
export type MeetingTriggerKind = keyof typeof MEETING_TRIGGER_KIND_LABELS;

/** Attendance of a member unit. An absence is recorded, not omitted (R03). */
export const ATTENDANCE_LABELS = {
  PRESENT: { zh: '出席', en: 'present' },
  ABSENT: { zh: '缺席', en: 'absent' },
} as const;
export const Attendance = codesOf(ATTENDANCE_LABELS);
export type Attendance = keyof typeof ATTENDANCE_LABELS;
