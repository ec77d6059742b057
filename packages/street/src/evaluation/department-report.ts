import { column, defineTable, type RowOf } from '@mtg/commands';
import { recordedLate } from '../foundation/recorded-late';

/** The street's report on the departments of a year, to 区建设工作领导小组, before the appraisal (R14). */
export const DepartmentReport = defineTable('DepartmentReport', {
  zh: '职能部门落实情况报告',
  en: 'Yearly report of the street on the departments, to 区建设工作领导小组 (R14)',
  list: 'Yearly reports on the departments',
  read: {
    group: 'EVALUATION',
    scopes: {
      DEPARTMENT: (row, value) =>
        `EXISTS (SELECT FROM department_report_entry ${row}_entry WHERE ${row}_entry.report_id = ${row}.id
          AND ${row}_entry.department_code = ${value})`,
    },
  },
  writes: 'APPEND_ONLY',
  columns: {
    year: column.whole('所报告的年份', 'Year covered'),
    title: column.line('标题', 'Title'),
    content: column.text('总体情况', 'General situation'),
    handedInOn: column.day('报送日期', 'Day on which it was handed in'),
  },
  derived: {
    recordedLate: recordedLate(
      'handedInOn',
      'createdAt',
      '是否补录(登记晚于报送之日)',
      'Whether it was recorded after the day on which it was handed in',
    ),
  },
  shares: ['year', 'title', 'handedInOn'],
  trace: { title: 'title' },
});

export type DepartmentReport = RowOf<typeof DepartmentReport>;
