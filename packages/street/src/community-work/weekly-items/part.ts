import { childrenField, parentField } from '@mtg/commands';
import { Meeting } from '../../deliberation/meetings/meeting';
import { meetings } from '../../deliberation/meetings/meetings';
import { WorkOrder } from '../../dispatch/orders/work-order';
import { workOrders } from '../../dispatch/orders/work-orders';
import { WeeklyItem1700000007000 } from '../../migrations/1700000007000-weekly-item';
import type { StreetModule } from '../../street-module';
import { decideWeeklyItem } from './commands/decide-weekly-item';
import { proposeWeeklyItem } from './commands/propose-weekly-item';
import { WeeklyItem } from './weekly-item';
import { weeklyItems } from './weekly-items';

/** What centers put to the weekly meeting. */
export const weeklyItemsPart: StreetModule = {
  entities: [WeeklyItem],
  migrations: [WeeklyItem1700000007000],
  commands: [proposeWeeklyItem, decideWeeklyItem],
  readables: [weeklyItems],
  resolvers: [
    parentField(WeeklyItem, { name: 'meeting', of: meetings, by: 'meetingId' }),
    parentField(WeeklyItem, { name: 'workOrder', of: workOrders, by: 'workOrderId' }),
    childrenField(Meeting, { name: 'weeklyItems', of: weeklyItems, by: 'meetingId' }),
    childrenField(WorkOrder, { name: 'weeklyItems', of: weeklyItems, by: 'workOrderId' }),
  ],
};
