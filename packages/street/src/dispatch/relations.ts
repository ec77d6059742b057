import { childrenField, parentField } from '@mtg/commands';
import { zhEn, type Class } from '@mtg/subgraph-kit';
import { Delegation } from '../delegation/delegation';
import { delegations } from '../delegation/delegations';
import { Meeting } from '../deliberation/meetings/meeting';
import { meetings } from '../deliberation/meetings/meetings';
import { minutesItems } from '../deliberation/minutes/all-minutes';
import { MinutesItem } from '../deliberation/minutes/minutes-item';
import { KeyPoint } from '../deliberation/yearly/key-point';
import { keyPoints } from '../deliberation/yearly/key-points';
import { FeedbackReport } from './feedback/feedback-report';
import { feedbackReports } from './feedback/feedback-reports';
import { Evidence } from './orders/evidence';
import { WorkOrder } from './orders/work-order';
import { evidence, workOrderEvents, workOrders } from './orders/work-orders';
import { Project } from './projects/project';
import { projects } from './projects/projects';
import { Supervision } from './supervision/supervision';
import { supervisions } from './supervision/supervisions';

/** Up from an order, to what it comes from and belongs to. */
const UPWARD: readonly Class[] = [
  parentField(WorkOrder, {
    name: 'parent',
    of: workOrders,
    by: 'parentId',
    description: zhEn('原派单，协办单才有', 'The order that it is a part of; null unless it is a sub-order'),
  }),
  parentField(WorkOrder, { name: 'project', of: projects, by: 'projectId' }),
  parentField(WorkOrder, {
    name: 'keyPoint',
    of: keyPoints,
    by: 'keyPointId',
    description: zhEn('来源：全年工作要点', 'Its source, where that is a key point of the year'),
  }),
  parentField(WorkOrder, {
    name: 'delegation',
    of: delegations,
    by: 'delegationId',
    description: zhEn('来源：委托事项', 'Its source, where that is a delegation'),
  }),
  parentField(WorkOrder, {
    name: 'minutesItem',
    of: minutesItems,
    by: 'minutesItemId',
    description: zhEn('来源：纪要条目', 'Its source, where that is an item of minutes'),
  }),
  parentField(Project, {
    name: 'retreat',
    of: meetings,
    by: 'retreatMeetingId',
    description: zhEn('制定项目书的年度务虚会', 'The annual retreat that drew up its charter; or null'),
  }),
  parentField(Supervision, { name: 'workOrder', of: workOrders, by: 'workOrderId' }),
  parentField(Evidence, { name: 'workOrder', of: workOrders, by: 'workOrderId' }),
];

/** Down to an order, and from it to what became of it. */
const DOWNWARD: readonly Class[] = [
  childrenField(Meeting, {
    name: 'projects',
    of: projects,
    by: 'retreatMeetingId',
    description: zhEn('会上制定的项目', 'Projects that it drew up, where it is an annual retreat'),
  }),
  childrenField(Project, { name: 'workOrders', of: workOrders, by: 'projectId' }),
  childrenField(KeyPoint, { name: 'workOrders', of: workOrders, by: 'keyPointId' }),
  childrenField(Delegation, { name: 'workOrders', of: workOrders, by: 'delegationId' }),
  childrenField(MinutesItem, { name: 'workOrders', of: workOrders, by: 'minutesItemId' }),
  childrenField(WorkOrder, {
    name: 'subOrders',
    of: workOrders,
    by: 'parentId',
    description: zhEn('协办单', 'The parts of it that other centers carry out'),
  }),
  childrenField(WorkOrder, { name: 'history', of: workOrderEvents, by: 'workOrderId' }),
  childrenField(WorkOrder, { name: 'evidence', of: evidence, by: 'workOrderId' }),
  childrenField(WorkOrder, { name: 'supervisions', of: supervisions, by: 'workOrderId' }),
  parentField(WorkOrder, {
    name: 'feedbackReport',
    of: feedbackReports,
    by: 'feedbackReportId',
    description: zhEn('所在的集中反馈', 'The report that it stands in (R13); null until then'),
  }),
  childrenField(FeedbackReport, { name: 'workOrders', of: workOrders, by: 'feedbackReportId' }),
];

export const dispatchRelations: readonly Class[] = [...UPWARD, ...DOWNWARD];
