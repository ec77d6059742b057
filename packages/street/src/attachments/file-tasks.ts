import { clearSpool, type AttachedFiles } from '@mtg/storage';
import type { PeriodicTask } from '@mtg/subgraph-kit';
import { compareFiles } from './compare-files';
import { scanFiles } from './scan-files';
import { clearUploads } from './stored-uploads';

const HOUR = 3600;
const DAY = 24 * HOUR;

/** Tasks of a street with attached files. */
export const fileTasks = (files: AttachedFiles, everySeconds: number): readonly PeriodicTask[] => [
  { name: 'scan-files', everySeconds, run: (context) => scanFiles(context, files) },
  {
    name: 'clear-uploads',
    everySeconds: HOUR,
    run: async (context) => {
      await clearSpool(files.store, Date.now());
      await clearUploads(context, files.store);
    },
  },
  { name: 'compare-files', everySeconds: DAY, run: (context) => compareFiles(context, files.store) },
];
