import type { PeriodicTask } from '@mtg/subgraph-kit';
import { recordRefusalsTask } from './audit/record-refusals-task';
import { purgeIdempotencyRecords } from './idempotency/purge';

/** Periodic tasks of every subgraph with commands. */
export const commandTasks: readonly PeriodicTask[] = [
  recordRefusalsTask,
  {
    name: 'purge-idempotency-records',
    everySeconds: 3600,
    run: ({ database, clock }) => purgeIdempotencyRecords(database, clock.now()),
  },
];
