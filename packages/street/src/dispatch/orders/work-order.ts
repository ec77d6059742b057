import { column, defineTable, type RowOf } from '@mtg/commands';
import {
  labelsOf,
  WORK_ORDER_SOURCE_LABELS,
  workOrderMachine,
  WorkOrderSource,
  WorkOrderState,
} from '@mtg/governance';
import { registerVocabulary } from '@mtg/subgraph-kit';
import { orderFacts } from './order-facts';
import { Delegation } from '../../delegation/requests/delegation';
import { FeedbackReport } from './feedback-report';
import { KeyPoint } from '../../deliberation/yearly/key-point';
import { MinutesItem } from '../../deliberation/minutes/minutes-item';
import { Person } from '../../people/person';
import { Project } from '../projects/project';
import { baseTaskCodes, centerCode } from '../../organization/reference-columns';
import { issuedRange } from '../../foundation/day-filters';

registerVocabulary(
  WorkOrderState,
  'WorkOrderState',
  { zh: '派单状态', en: 'State of a work order' },
  labelsOf(workOrderMachine),
);
registerVocabulary(
  WorkOrderSource,
  'WorkOrderSource',
  { zh: '派单来源', en: 'Kind of source of a work order (R11)' },
  WORK_ORDER_SOURCE_LABELS,
);

/**
 * Work that 综合管理中心 gives to a center (R11). A sub-order gives a part of it to an assisting center and has the
 * source and the project of its parent.
 */
export const WorkOrder = defineTable('WorkOrder', {
  zh: '派单',
  en: 'Work order dispatched to a center',
  list: 'Work orders, including sub-orders',
  read: { group: 'DISPATCH', scopes: { DEPARTMENT: { through: 'delegationId' } } },
  writes: 'WORK',
  filters: issuedRange,
  columns: {
    number: column.number(
      '编号，如 DAYU-2026-0001',
      'Number, unique in the street, assigned by the platform',
    ),
    year: column.whole('编号年份', 'Year of the number'),
    sequence: column.sequence(),
    state: column.choice(WorkOrderState, '状态', 'State'),
    title: column.line('标题', 'Title'),
    content: column.text('内容', 'Content of the work'),
    source: column.choice(WorkOrderSource, '来源', 'Kind of source (R11)'),
    keyPointId: column.optional(
      column.ref(() => KeyPoint, {
        zh: '来源：全年工作要点',
        en: 'Source: key point of the year. Null for other sources',
        inverse: 'workOrders',
        trace: column.ON,
      }),
    ),
    delegationId: column.optional(
      column.ref(() => Delegation, {
        zh: '来源：委托事项',
        en: 'Source: delegation. Null for other sources',
        inverse: 'workOrders',
        trace: column.ON,
      }),
    ),
    minutesItemId: column.optional(
      column.ref(() => MinutesItem, {
        zh: '来源：纪要条目',
        en: 'Source: item of minutes. Null for other sources',
        inverse: 'workOrders',
        trace: column.ON,
      }),
    ),
    projectId: column.ref(() => Project, { inverse: 'workOrders', trace: column.ON }),
    baseTaskCodes: baseTaskCodes(
      '直接引用的基础任务代码；没有引用的，由工作要点和项目落实基础任务',
      'Codes of the base tasks that the order cites itself. Empty if its key point and project alone carry out base tasks',
    ),
    centerCode: centerCode('承办中心代码', 'Code of the responsible center'),
    responsiblePerson: column.personal(column.line('责任人', 'Responsible person')),
    responsiblePersonId: column.optional(
      column.ref(() => Person, {
        name: 'registeredPerson',
        zh: '责任人在人员名册中的登记，不在名册的为空',
        en: 'Entry of the responsible person in the register. Null for a name outside it',
        inverse: {
          name: 'responsibleFor',
          zh: '负责的派单',
          en: 'Work orders that the person is responsible for',
        },
      }),
    ),
    deadline: column.day('完成时限', 'Deadline (inclusive), Asia/Shanghai'),
    parentId: column.optional(
      column.self({
        zh: '原派单，协办单才有',
        en: 'Main order. Null unless this is a sub-order',
        inverse: { name: 'subOrders', zh: '协办单', en: 'Sub-orders, carried out by assisting centers' },
        trace: column.ON,
      }),
    ),
    issuer: column.subject('派单人(令牌中的人员标识)', 'Dispatcher, as token subject'),
    reason: column.optional(
      column.text(
        '最近一次退回、延期或取消的理由',
        'Reason for the last return, extension or cancellation. Null if there was none',
      ),
    ),
    /** An order stands in one report at most (R13), and so names it. */
    feedbackReportId: column.optional(
      column.ref(() => FeedbackReport, {
        zh: '所在的集中反馈',
        en: 'Feedback report that covers the order (R13). Null until then',
        inverse: 'workOrders',
        trace: column.OUTCOME,
      }),
    ),
    importedAt: column.optional(
      column.instant(
        '补录时间：以往年份的派单由文件导入的时间，其各步为当时的日期；其他派单为空',
        'Time at which an order of a past year was imported from a file. Its steps then bear the days on which they were taken. Null for others',
      ),
    ),
  },
  shares: [
    'number',
    'year',
    'state',
    'source',
    'keyPointId',
    'delegationId',
    'minutesItemId',
    'projectId',
    'baseTaskCodes',
    'centerCode',
    'deadline',
    'parentId',
    'feedbackReportId',
    'importedAt',
  ],
  derived: orderFacts,
  trace: { title: 'title' },
});

export type WorkOrder = RowOf<typeof WorkOrder>;
