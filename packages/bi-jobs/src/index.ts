/** Files that are made in the background, for what takes longer than a request should. */
export { startJobs } from './start-jobs';
export type { JobSettings } from './settings';
