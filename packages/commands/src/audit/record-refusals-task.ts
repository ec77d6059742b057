import type { PeriodicTask, TaskContext } from '@mtg/subgraph-kit';
import { isOverloaded } from '../locking/command-lock';
import { skipWhileLocked } from '../locking/skip-while-locked';
import { flushTally } from './refusals';

const RECORDED_EVERY_SECONDS = 10;

/** Each waits three seconds for the lock. A process has ten seconds to stop, and requests under way take some of them. */
const LAST_ATTEMPTS = 2;

/**
 * Records the refusals tallied since the last round: one entry for each person, command and code, with their number. An
 * entry for each request would let anyone fill the chain and delay the street's staff.
 */
export const recordRefusalsTask: PeriodicTask = {
  ...skipWhileLocked({
    name: 'record-refused-requests',
    everySeconds: RECORDED_EVERY_SECONDS,
    run: flushTally,
  }),
  lastRound: recordBeforeTheEnd,
};

/** Retries when the lock is unavailable, since there is no later round. */
async function recordBeforeTheEnd(context: TaskContext, attempt = 1): Promise<void> {
  try {
    await flushTally(context);
  } catch (error) {
    if (!isOverloaded(error) || attempt >= LAST_ATTEMPTS) throw error;
    await recordBeforeTheEnd(context, attempt + 1);
  }
}
