import { WeeklyItem1700000007000 } from '../../migrations/1700000007000-weekly-item';
import type { StreetModule } from '../../street-module';
import { decideWeeklyItem } from './commands/decide-weekly-item';
import { proposeWeeklyItem } from './commands/propose-weekly-item';
import { WeeklyItem } from './weekly-item';

export const weeklyItemsTables = { WeeklyItem };

/** What centers put to the weekly meeting. */
export const weeklyItemsPart: StreetModule = {
  tables: weeklyItemsTables,
  migrations: [WeeklyItem1700000007000],
  commands: [proposeWeeklyItem, decideWeeklyItem],
};
