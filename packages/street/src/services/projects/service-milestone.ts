import { column, defineTable, type RowOf } from '@mtg/commands';
import { recordedLate } from '../../foundation/recorded-late';
import { ServiceProject } from './service-project';

/** A step of a service project with its day (R30). */
export const ServiceMilestone = defineTable('ServiceMilestone', {
  zh: '购买服务项目节点',
  en: 'Milestone of a service project',
  list: 'Milestones of service projects',
  read: { group: 'SERVICES', via: 'serviceProjectId' },
  writes: 'WORK',
  columns: {
    serviceProjectId: column.ref(() => ServiceProject, { inverse: 'milestones', trace: column.NEAR }),
    number: column.whole('序号', 'Place in the project, from 1'),
    title: column.line('节点', 'Milestone'),
    dueOn: column.day('应完成日期', 'Day by which it is due'),
    reachedOn: column.optional(column.day('完成日期', 'Day on which it was reached. Null until then')),
    reachedAt: column.optional(
      column.instant(
        '完成登记时间，空为未完成或早期登记',
        'Time at which it was recorded as reached. Null until then, and for early records',
      ),
    ),
    remark: column.optional(column.text('说明', 'Remark. Null if none')),
  },
  derived: {
    reachedLate: recordedLate(
      'reachedOn',
      'reachedAt',
      '是否补录(登记晚于完成之日)',
      'Whether it was recorded after the day on which it was reached',
    ),
  },
  shares: ['serviceProjectId', 'number', 'dueOn', 'reachedOn', 'reachedAt'],
  trace: { title: 'title' },
});

export type ServiceMilestone = RowOf<typeof ServiceMilestone>;
