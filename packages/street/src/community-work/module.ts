import { payloadField } from '@mtg/commands';
import { cancelWorkOrder } from '../dispatch/orders/commands/cancel-work-order';
import { reactToOrders } from '../dispatch/orders/order-reactions';
import type { StreetModule } from '../street-module';
import { CommunityAssignment } from './assignments/community-assignment';
import { requireNoOpenTasks } from './assignments/tasks-of-orders';
import { withdrawTasksOf } from './assignments/withdraw';
import { assignmentsPart, assignmentsTables } from './assignments/part';
import { conveyancePart, conveyanceTables } from './conveyance/part';
import { visitsPart, visitsTables } from './visits/part';
import { weeklyItemsPart, weeklyItemsTables } from './weekly-items/part';

export const communityWorkTables = {
  ...weeklyItemsTables,
  ...assignmentsTables,
  ...visitsTables,
  ...conveyanceTables,
};

const PARTS: readonly StreetModule[] = [weeklyItemsPart, assignmentsPart, visitsPart, conveyancePart];

const withdrawn = payloadField(cancelWorkOrder, 'withdrawnAssignments', CommunityAssignment);

// The work of an order is not done while a community is at it, and cancelled work is not gone on with.
reactToOrders({
  beforeVerified: requireNoOpenTasks,
  afterCancelled: async (transaction, orders, reason) => ({
    withdrawnAssignments: await withdrawTasksOf(transaction, 'cancelWorkOrder', orders, reason),
  }),
});

/** What reaches communities, and who goes there. */
export const communityWorkModule: StreetModule = {
  tables: communityWorkTables,
  migrations: PARTS.flatMap(({ migrations }) => migrations),
  commands: PARTS.flatMap(({ commands }) => commands),
  resolvers: withdrawn.resolvers,
  fieldResolvers: withdrawn.fieldResolvers,
};
