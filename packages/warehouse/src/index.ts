/** The district's copy of what its sources share. */
export {
  STALE_AFTER_SECONDS,
  prepareWarehouse,
  startWarehouse,
  type RunningWarehouse,
  type WarehouseOptions,
  type WarehouseSource,
} from './start-warehouse';
export { FEED_COLUMN } from './mirror/mirrored-table';
export type { StoredFacts } from './mirror/facts';
export { withClient } from './mirror/with-client';
export { staleSql } from './views/stale-sql';
export { READER_ROLE } from './views/readers';
export type { DatasetView, NamedSource } from './views/dataset-view';
export type { ViewsOver } from './views/make-views';
export { WAREHOUSE_MIGRATIONS } from './migrations';
