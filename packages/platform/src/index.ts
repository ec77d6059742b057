export { PlatformFailure, type FailureKind } from './failure';
export { startCluster } from './postgres/cluster';
export type { Cluster, ClusterOptions, ClusterStep } from './postgres/cluster-types';
