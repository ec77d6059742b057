import { countOf, shareOf } from '../measures/measures';

/** Supervisions, and findings of the periodic checks, that are not resolved yet. */
export const openSupervisions = countOf(
  {
    name: 'open_count',
    zh: '未销号数',
    en: 'Open supervisions',
    unit: '次',
    description: {
      zh: '未销号的督办数',
      en: 'Number of supervisions that are not resolved yet',
    },
    of: ['state'],
  },
  (row) => `${row}.state = 'OPEN'`,
);

export const openFindings = countOf(
  {
    name: 'open_count',
    zh: '未解决数',
    en: 'Open findings',
    unit: '项',
    description: {
      zh: '未解决的检查结果数：规则在该周期仍未做到',
      en: 'Number of findings that are not resolved: the rule is still broken in the period',
    },
    of: ['state'],
  },
  (row) => `${row}.state = 'OPEN'`,
);

/** The share of tasks that communities have completed. */
export const completionRate = shareOf(
  {
    name: 'completion_rate',
    zh: '完成率',
    en: 'Completion rate',
    description: {
      zh: '完成率：已完成的社区任务占全部社区任务的百分比，不计已收回的',
      en: 'Completion rate: completed tasks as a percentage of all tasks, without those withdrawn by command',
    },
    of: ['state', 'withdrawn_at'],
  },
  (row) => `CASE WHEN ${row}.withdrawn_at IS NULL THEN ${row}.state = 'COMPLETED' END`,
);

/** The share of member units and centers that were present. */
export const attendanceRate = shareOf(
  {
    name: 'attendance_rate',
    zh: '出席率',
    en: 'Attendance rate',
    description: {
      zh: '出席率：出席的记录占全部出席记录的百分比(缺席也有记录)',
      en: 'Attendance rate: records of presence as a percentage of all records. An absence is recorded as well',
    },
    of: ['attendance'],
  },
  (row) => `${row}.attendance = 'PRESENT'`,
);
