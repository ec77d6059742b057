import { column, defineTable, type RowOf } from '@mtg/commands';
import { Attendance, ATTENDANCE_LABELS } from '@mtg/governance';
import { registerVocabulary } from '@mtg/subgraph-kit';
import { Meeting } from './meeting';
import { centerCode } from '../../organization/reference-columns';

registerVocabulary(
  Attendance,
  'Attendance',
  { zh: '出席情况', en: 'Presence or absence' },
  ATTENDANCE_LABELS,
);

/** Attendance of a member unit or a center at a meeting. An absence is recorded, not omitted (R03). */
export const AttendanceRecord = defineTable('AttendanceRecord', {
  zh: '出席记录',
  en: 'Attendance of a member unit or a center at a meeting',
  list: 'Attendance at meetings',
  read: { group: 'DELIBERATION' },
  writes: 'WORK',
  columns: {
    meetingId: column.ref(() => Meeting, { inverse: 'attendance', trace: column.NEAR }),
    unit: column.optional(column.mark('成员单位', 'Member unit. Null for a center')),
    centerCode: column.optional(centerCode('中心代码', 'Code of the center. Null for a member unit')),
    attendance: column.choice(Attendance, '出席或缺席', 'Present or absent'),
    reason: column.optional(column.text('缺席的原因', 'Reason for the absence')),
  },
  shares: ['meetingId', 'unit', 'centerCode', 'attendance'],
  trace: { title: { sql: 'coalesce(unit, center_code)' } },
});

export type AttendanceRecord = RowOf<typeof AttendanceRecord>;
