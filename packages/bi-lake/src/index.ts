/** Datasets as Parquet files by street and month, which other engines read. */
export { Door, type ListedDataset, type Platform } from './door/door';
export { LakeProblem, type LakeProblemKind } from './lake-problem';
export { FolderStore } from './stores/folder-store';
export { S3Store } from './stores/s3-store';
export type { LakeStore } from './stores/store';
export { syncDataset, type Lake, type SyncedDataset } from './sync/sync-dataset';
