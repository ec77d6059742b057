import type { PeriodicTask, SubgraphContext, TaskContext } from '@mtg/subgraph-kit';
import type { DataSource } from 'typeorm';
import { inTurn } from '../command/in-turn';
import { whenFree } from '../command/when-free';
import { appendAuditEntry } from './append';
import { canonicalJson, sha256 } from './canonical';

/** How often a command was refused for want of a token, and the last of these requests. */
interface Tally {
  readonly times: number;
  readonly input: unknown;
  readonly requestId: string;
}

/** What is not on record yet, by command; of each database. There are only so many commands, however many requests. */
const tallies = new WeakMap<DataSource, Map<string, Tally>>();

const RECORDED_EVERY_SECONDS = 10;

/** Notes that somebody without a token tried a command. */
export function noteAnonymous(
  { database, requestId }: Pick<SubgraphContext, 'database' | 'requestId'>,
  command: string,
  input: unknown,
): void {
  add(database, command, { times: 1, input, requestId });
}

function add(database: DataSource, command: string, { times, input, requestId }: Tally): void {
  const tally = tallies.get(database) ?? new Map<string, Tally>();
  tallies.set(database, tally);
  tally.set(command, { times: (tally.get(command)?.times ?? 0) + times, input, requestId });
}

/**
 * Puts on record what was tried without a token since the last round: one entry for each command, which says how often.
 * An entry of its own for each request would let anybody fill the chain, and keep the street's staff waiting.
 */
export const recordAnonymousTask: PeriodicTask = whenFree({
  name: 'record-anonymous-commands',
  everySeconds: RECORDED_EVERY_SECONDS,
  lastRound: true,
  run: recordAnonymous,
});

async function recordAnonymous({
  database,
  clock,
  owner,
}: Pick<TaskContext, 'database' | 'clock' | 'owner'>): Promise<void> {
  const tally = tallies.get(database);
  if (!tally) return;
  tallies.delete(database);
  try {
    await inTurn(database, async (manager) => {
      for (const [command, { times, input, requestId }] of tally) {
        await appendAuditEntry(manager, owner, {
          at: clock.now(),
          actor: null,
          role: null,
          scope: null,
          command,
          inputDigest: sha256(canonicalJson(input)),
          outcome: 'REFUSED',
          code: 'UNAUTHENTICATED',
          rule: null,
          targets: [],
          requestId,
          times,
        });
      }
    });
  } catch (error) {
    for (const [command, each] of tally) add(database, command, each);
    throw error;
  }
}
