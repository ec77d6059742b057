import type { StreetModule } from '../street-module';
import { assignmentsPart } from './assignments/part';
import { conveyancePart } from './conveyance/part';
import { visitsPart } from './visits/part';
import { weeklyItemsPart } from './weekly-items/part';

const PARTS: readonly StreetModule[] = [weeklyItemsPart, assignmentsPart, visitsPart, conveyancePart];

/** What reaches communities, and who goes there. */
export const communityWorkModule: StreetModule = {
  tables: PARTS.flatMap(({ tables }) => tables),
  migrations: PARTS.flatMap(({ migrations }) => migrations),
  commands: PARTS.flatMap(({ commands }) => commands),
};
