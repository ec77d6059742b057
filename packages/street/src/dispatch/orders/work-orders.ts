import { defineReadable, field } from '@mtg/commands';
import { WorkOrderSource, WorkOrderState } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { dayRange, issuedRange } from '../../day-filters';
import { ordersOfDepartment } from '../scopes';
import { Evidence } from './evidence';
import { WorkOrder } from './work-order';
import { WorkOrderEvent } from './work-order-event';

const byDeadline = dayRange('deadline', '完成时限', 'Deadline');

/** Orders as they are read: a department reads those that carry out its own delegations. */
export const workOrders = defineReadable({
  entity: WorkOrder,
  name: 'WorkOrder',
  one: 'workOrder',
  many: 'workOrders',
  description: zhEn('派单', 'Work orders, sub-orders among them'),
  group: 'DISPATCH',
  scopes: { DEPARTMENT: (row, value) => `${row}.id IN (${ordersOfDepartment('id', value)})` },
  filters: {
    state: field.choice(WorkOrderState, zhEn('状态', 'State')),
    centerCode: field.code(zhEn('承办中心代码', 'Code of the center')),
    projectId: field.uuid(zhEn('项目标识', 'Id of the project')),
    source: field.choice(WorkOrderSource, zhEn('来源', 'Where the work comes from')),
    deadline: field.day(zhEn('完成时限', 'Deadline')),
    number: field.asCompared(field.line(zhEn('编号', 'Number'))),
    ...byDeadline.filters,
    ...issuedRange.filters,
  },
  conditions: { ...byDeadline.conditions, ...issuedRange.conditions },
});

const scopes = {
  DEPARTMENT: (row: string, value: string) => `${row}.workOrderId IN (${ordersOfDepartment('id', value)})`,
};

/** What belongs to an order is read where the order is. */
export const workOrderEvents = defineReadable({
  entity: WorkOrderEvent,
  name: 'WorkOrderEvent',
  one: 'workOrderEvent',
  many: 'workOrderEvents',
  description: zhEn('派单经过', 'The steps of a work order, oldest first'),
  group: 'DISPATCH',
  scopes,
});

export const evidence = defineReadable({
  entity: Evidence,
  name: 'Evidence',
  one: 'evidenceDocument',
  many: 'evidence',
  description: zhEn('办理佐证', 'Documents that show what was done'),
  group: 'DISPATCH',
  scopes,
});
