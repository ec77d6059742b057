import type { PeriodicTask, TaskContext } from '@mtg/subgraph-kit';
import { isOutOfTurn } from '../command/in-turn';
import { whenFree } from '../command/when-free';
import { recordNoted } from './refusals';

const RECORDED_EVERY_SECONDS = 10;

/** Each waits for whoever else writes, three seconds; a process has ten to stop, and requests under way take some of them. */
const LAST_ATTEMPTS = 2;

/**
 * Puts on record what was refused since the last round without having taken a turn: one entry for each person, command
 * and code, which says how often. An entry of its own for each request would let anybody fill the chain, and keep the
 * street's staff waiting.
 */
export const recordRefusalsTask: PeriodicTask = {
  ...whenFree({
    name: 'record-refused-requests',
    everySeconds: RECORDED_EVERY_SECONDS,
    run: recordNoted,
  }),
  lastRound: recordBeforeTheEnd,
};

/** After it there is no round to leave it to. */
async function recordBeforeTheEnd(context: TaskContext, attempt = 1): Promise<void> {
  try {
    await recordNoted(context);
  } catch (error) {
    if (!isOutOfTurn(error) || attempt >= LAST_ATTEMPTS) throw error;
    await recordBeforeTheEnd(context, attempt + 1);
  }
}
