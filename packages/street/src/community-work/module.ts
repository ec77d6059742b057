import type { StreetModule } from '../street-module';
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

/** What reaches communities, and who goes there. */
export const communityWorkModule: StreetModule = {
  tables: communityWorkTables,
  migrations: PARTS.flatMap(({ migrations }) => migrations),
  commands: PARTS.flatMap(({ commands }) => commands),
};
