import { FRUITLESS_WORK_ORDER_STATES } from '@mtg/governance';
import { makeColumn } from '../columns/column-builder';
import { countOf, meanOf, shareOf } from '../measures/measures';
import type { DatasetColumn } from '../model/dataset';
import type { DatasetStatement } from '../model/statement';

const dayOf = (instant: string): string => `(${instant} AT TIME ZONE 'Asia/Shanghai')::date`;

const needs = (...columns: readonly string[]) => [{ table: 'work_order', columns }];

const daysToClose: DatasetColumn = makeColumn({
  name: 'days_to_close',
  sql: 'int',
  nullable: true,
  zh: '办结用时',
  en: 'Days to close',
  unit: '天',
  description: {
    zh: '办结用时：从下发之日到办结之日的日历天数(北京时间)，未办结为空',
    en: 'Days to close: calendar days from the dispatch to the closing (Asia/Shanghai). Null until closed',
  },
  role: 'FACT',
  needs: needs('created_at', 'closed_at'),
  expression: (row) => `${dayOf(`${row}.closed_at`)} - ${dayOf(`${row}.created_at`)}`,
});

const daysOfDelay: DatasetColumn = makeColumn({
  name: 'days_of_delay',
  sql: 'int',
  nullable: true,
  zh: '超时天数',
  en: 'Days of delay',
  unit: '天',
  description: {
    zh: '超时天数：未按时的派单从原定时限到最近一次提交验收之日的天数(北京时间)，未提交的算到今天；按时的和尚不能判定的为空',
    en: 'Days of delay: for orders not on time, days from the original deadline to the last submission, or to today without one (Asia/Shanghai). Null for orders on time and where it is not decided yet',
  },
  role: 'FACT',
  needs: needs('state', 'submitted_at', 'original_deadline'),
  expression: (row) =>
    `CASE WHEN ${row}.state NOT IN (${FRUITLESS_WORK_ORDER_STATES.map((state) => `'${state}'`).join(', ')}) THEN nullif(greatest(${dayOf(`coalesce(${row}.submitted_at, now())`)} - ${row}.original_deadline, 0), 0) END`,
});

/** Work orders, with all that is derived of them. */
export const workOrderStatement: DatasetStatement = {
  unit: '份',
  labels: {
    number: { zh: '派单编号', en: 'Number' },
    community_code: { zh: '纪要条目所及社区代码', en: 'Community of the item of minutes (code)' },
    community_name: { zh: '纪要条目所及社区名称', en: 'Community of the item of minutes' },
    community_codes: { zh: '项目覆盖的社区代码', en: 'Communities of the project (codes)' },
    community_names: { zh: '项目覆盖的社区名称', en: 'Communities of the project' },
    delegation_number: { zh: '委托文件文号', en: 'Document number of the delegation' },
  },
  via: {
    projectId: ['communityCodes'],
    delegationId: ['departmentCode'],
    minutesItemId: ['communityCode'],
  },
  columns: [daysToClose, daysOfDelay],
  measures: [
    countOf(
      {
        name: 'open_count',
        zh: '在办数',
        en: 'Open orders',
        unit: '份',
        description: {
          zh: '在办派单数：已派发而尚未验收的',
          en: 'Number of open orders: dispatched and not yet verified',
        },
        of: ['is_open'],
      },
      (row) => `${row}.is_open`,
    ),
    countOf(
      {
        name: 'overdue_count',
        zh: '逾期数',
        en: 'Overdue orders',
        unit: '份',
        description: {
          zh: '逾期派单数：在办且已过现行时限的(北京时间)',
          en: 'Number of overdue orders: open after the current deadline (Asia/Shanghai)',
        },
        of: ['overdue'],
      },
      (row) => `${row}.overdue`,
    ),
    shareOf({
      name: 'on_time_rate',
      zh: '按时率',
      en: 'On-time rate',
      description: {
        zh: '按时率：按时的派单占已能判定是否按时的派单的百分比，尚在时限内未提交的和已取消的不计',
        en: 'On-time rate: orders on time as a percentage of those where that is decided. Orders within their time and without submission, and cancelled ones, do not count',
      },
      of: ['on_time'],
    }),
    meanOf(
      {
        name: 'mean_days_to_close',
        zh: '平均办结用时',
        en: 'Mean days to close',
        unit: '天',
        description: {
          zh: '平均办结用时：已办结派单从下发之日到办结之日的平均日历天数',
          en: 'Mean calendar days from dispatch to closing, of closed orders',
        },
      },
      'days_to_close',
    ),
    meanOf(
      {
        name: 'mean_days_of_delay',
        zh: '平均超时天数',
        en: 'Mean days of delay',
        unit: '天',
        description: {
          zh: '平均超时天数：未按时派单的超时天数的平均值，按时的不计',
          en: 'Mean days of delay of the orders that are not on time',
        },
      },
      'days_of_delay',
    ),
  ],
};
