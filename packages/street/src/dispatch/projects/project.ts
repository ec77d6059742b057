import { column, defineTable, type RowOf } from '@mtg/commands';
import { Meeting } from '../../deliberation/meetings/meeting';
import { baseTaskCodes, communityCodes, departmentCodes } from '../../organization/reference-columns';
import { ordersOfDepartment } from './orders-of-department';

/** A project that work orders belong to, with its charter (R11, R19). They are recorded together, and so are one row. */
export const Project = defineTable('Project', {
  zh: '项目',
  en: 'Project that work orders belong to',
  list: 'Projects of the street, with their charters',
  read: {
    group: 'DISPATCH',
    scopes: {
      DEPARTMENT: (row, value) => `${row}.id IN (${ordersOfDepartment('project_id', value)})`,
    },
  },
  writes: 'WORK',
  columns: {
    number: column.number(
      '编号，如 DAYU-P-2026-0001',
      'Number, unique in the street, assigned by the platform',
    ),
    year: column.whole('立项年份', 'Year of the number'),
    sequence: column.sequence(),
    title: column.line('名称', 'Title'),
    goals: column.hidden(column.text('目标任务', 'Goals')),
    departmentCodes: column.hidden(
      departmentCodes('参与部门代码', 'Codes of the participating departments', {
        zh: '参与部门',
        en: 'Participating departments. Null while the district’s subgraph is unavailable',
      }),
    ),
    communityCodes: column.hidden(
      communityCodes('覆盖的社区代码', 'Codes of the covered communities', {
        zh: '覆盖的社区',
        en: 'Covered communities that still exist',
      }),
    ),
    baseTaskCodes: baseTaskCodes('所落实的基础任务代码', 'Codes of the base tasks carried out'),
    deadline: column.hidden(column.day('完成时限', 'Deadline (inclusive), Asia/Shanghai')),
    retreatMeetingId: column.optional(
      column.ref(() => Meeting, {
        name: 'retreat',
        zh: '制定项目书的年度务虚会',
        en: 'Annual retreat that drew up the charter. Null if none did',
        inverse: {
          name: 'projects',
          zh: '会上制定的项目',
          en: 'Projects drawn up by the meeting, if it is an annual retreat',
        },
        trace: column.ON,
      }),
    ),
  },
  shares: [
    'number',
    'year',
    'title',
    'departmentCodes',
    'communityCodes',
    'baseTaskCodes',
    'deadline',
    'retreatMeetingId',
  ],
  trace: { title: 'title' },
});

export type Project = RowOf<typeof Project>;
