export { startWarehouse, type RunningWarehouse, type WarehouseOptions } from './start-warehouse';
export type { StoredFacts } from './mirror/facts';
export type { MakeViews } from './mirror/swap-copy';
export { Warehouse1700000020000 } from './migrations/1700000020000-warehouse';
