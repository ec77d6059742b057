export { DEVELOPMENT_IDENTITY } from './identity';
export { resolveDataDir, type DataDirectory } from './data-dir';
export { PlatformFailure, type FailureKind } from './failure';
export { helpText as launcherHelp } from './launcher/arguments';
export { readRunningParts, type RunningPart } from './launcher/running-parts';
export { startCluster } from './postgres/cluster';
export type { Cluster, ClusterOptions, ClusterStep } from './postgres/cluster-types';
export { freePort } from './process/ports';
