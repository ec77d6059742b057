import { column, defineTable, type RowOf } from '@mtg/commands';
import { departmentCode } from '../organization/reference-columns';
import { DepartmentReport } from './department-report';

/** Part of a report about one department: figures as the records had them, the street's words and the answer (R14). */
export const DepartmentReportEntry = defineTable('DepartmentReportEntry', {
  zh: '报告中一个职能部门的部分',
  en: 'Part of a report about one department (R14)',
  list: 'Parts of the reports, one per department',
  many: 'departmentReportEntries',
  input: 'entryId',
  read: { group: 'EVALUATION', scopes: { DEPARTMENT: 'departmentCode' } },
  writes: 'WORK',
  columns: {
    reportId: column.ref(() => DepartmentReport, { name: 'report', inverse: 'entries', trace: column.ON }),
    departmentCode: departmentCode('职能部门代码', 'Code of the department', {
      zh: '职能部门',
      en: 'Department. Null while the district’s subgraph is unavailable',
    }),
    given: column.whole(
      '交办数：其参与的项目当年的派单，不含协办单和已取消的',
      'Orders given: those of the year in projects that the department takes part in, without sub-orders and cancelled ones',
    ),
    givenByMinutes: column.whole(
      '依会议纪要交办数',
      'Orders given by minutes: those that cite an item of minutes',
    ),
    done: column.whole('完成数(已验收或办结)', 'Orders done: verified or closed'),
    late: column.whole('未按时数(逾原定时限)', 'Orders late: not submitted by the original deadline'),
    meetings: column.whole(
      '应出席联席会议、专题会议次数',
      'Meetings: joint and special ones of the year with attendance of its units on record',
    ),
    attended: column.whole('出席次数', 'Meetings attended'),
    reports: column.whole('会上汇报次数', 'Reports of its units to these meetings'),
    words: column.optional(column.text('街道的说明', 'Words of the street. Null if there are none')),
    answer: column.optional(column.text('部门的答复', 'Answer of the department. Null until then')),
    answeredAt: column.optional(column.instant('答复时间', 'Time of the answer. Null until then')),
  },
  shares: [
    'reportId',
    'departmentCode',
    'given',
    'givenByMinutes',
    'done',
    'late',
    'meetings',
    'attended',
    'reports',
    'answeredAt',
  ],
  trace: { title: 'departmentCode' },
});

export type DepartmentReportEntry = RowOf<typeof DepartmentReportEntry>;
