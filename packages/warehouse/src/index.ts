/** The district's copy of what its sources share. */
export {
  startWarehouse,
  type RunningWarehouse,
  type WarehouseOptions,
  type WarehouseSource,
} from './start-warehouse';
export { FEED_COLUMN } from './mirror/mirrored-table';
export type { StoredFacts } from './mirror/facts';
export { READER_ROLE, type DatasetView, type NamedSource, type ViewsOver } from './views/make-views';
export { Warehouse1700000020000 } from './migrations/1700000020000-warehouse';
