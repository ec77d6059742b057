import { defineReadable, field } from '@mtg/commands';
import { SupervisionState } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { ordersOfDepartment } from '../scopes';
import { Supervision } from './supervision';

/** Supervisions as they are read, where their orders are. */
export const supervisions = defineReadable({
  entity: Supervision,
  name: 'Supervision',
  one: 'supervision',
  many: 'supervisions',
  description: zhEn('督办', 'Supervisions of overdue work orders'),
  group: 'DISPATCH',
  scopes: { DEPARTMENT: (row, value) => `${row}.workOrderId IN (${ordersOfDepartment('id', value)})` },
  filters: { state: field.choice(SupervisionState, zhEn('状态', 'State')) },
});
