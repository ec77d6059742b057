import type { Doors } from '@mtg/bi-doors';
import type { JobFiles } from './files/job-files';
import type { Links } from './link/links';
import type { Runner } from './run/runner';
import type { JobSettings } from './settings';

/** Parts that the answers about jobs are made of. */
export interface JobsDoor {
  readonly doors: Doors;
  readonly settings: JobSettings;
  readonly files: JobFiles;
  readonly links: Links;
  readonly runner: Runner;
}
