import { Warehouse1700000020000 } from './1700000020000-warehouse';
import { Keys1700000021000 } from './1700000021000-keys';
import { Jobs1700000022000 } from './1700000022000-jobs';
import { ViewSet1700000023000 } from './1700000023000-view-set';
import { FirstPosition1700000024000 } from './1700000024000-first-position';

/** What the warehouse has beside the copies, in the order in which it came. */
export const WAREHOUSE_MIGRATIONS = [
  Warehouse1700000020000,
  Keys1700000021000,
  Jobs1700000022000,
  ViewSet1700000023000,
  FirstPosition1700000024000,
] as const;
