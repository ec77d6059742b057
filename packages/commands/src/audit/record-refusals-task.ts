import type { PeriodicTask } from '@mtg/subgraph-kit';
import { whenFree } from '../command/when-free';
import { recordNoted } from './refusals';

const RECORDED_EVERY_SECONDS = 10;

/**
 * Puts on record what was refused since the last round without having taken a turn: one entry for each person, command
 * and code, which says how often. An entry of its own for each request would let anybody fill the chain, and keep the
 * street's staff waiting.
 */
export const recordRefusalsTask: PeriodicTask = whenFree({
  name: 'record-refused-requests',
  everySeconds: RECORDED_EVERY_SECONDS,
  lastRound: true,
  run: recordNoted,
});
