import type { Actor } from '@mtg/access';
import type { PeriodicTask, RefusedRequest, SubgraphContext, TaskContext } from '@mtg/subgraph-kit';
import type { DataSource } from 'typeorm';
import { inTurn } from '../command/in-turn';
import { scopeOf } from '../command/scope';
import { whenFree } from '../command/when-free';
import { appendAuditEntry } from './append';
import { digestOfInput } from './canonical';

/** Who tried it, as the audit has it. */
interface Who {
  readonly actor: string | null;
  readonly role: string | null;
  readonly scope: string | null;
}

/** How often somebody was refused a command for one reason, and the last of these requests. */
interface Tally {
  readonly who: Who;
  readonly command: string;
  readonly code: string;
  readonly times: number;
  readonly inputDigest: string;
  readonly requestId: string;
}

type Caller = Pick<SubgraphContext, 'database' | 'requestId' | 'actor'>;

/** What is not on record yet, of each database. */
const tallies = new WeakMap<DataSource, Map<string, Tally>>();

const RECORDED_EVERY_SECONDS = 10;

/** More than a street's whole staff does wrong in one round; beyond it, who it was is left out. */
const MOST_TALLIES = 1000;

const NOBODY: Who = { actor: null, role: null, scope: null };

/** Notes that somebody without a token tried a command. */
export function noteAnonymous(caller: Caller, command: string, input: unknown): void {
  note(caller, command, 'UNAUTHENTICATED', digestOfInput(input));
}

/** Notes that a command did not get its turn. */
export function noteUnheard(caller: Caller, command: string, inputDigest: string): void {
  note(caller, command, 'SUBGRAPH_UNAVAILABLE', inputDigest);
}

/** Notes a request that was refused before its command was given: for its token, say, or for its shape. */
export function noteRefusedRequest(caller: Caller, { commands, code, digest }: RefusedRequest): void {
  for (const command of commands) note(caller, command, code, digest);
}

function note(
  { database, requestId, actor }: Caller,
  command: string,
  code: string,
  inputDigest: string,
): void {
  add(database, { who: actor ? whoIs(actor) : NOBODY, command, code, times: 1, inputDigest, requestId });
}

const whoIs = (actor: Actor): Who => ({ actor: actor.subject, role: actor.role, scope: scopeOf(actor) });

function add(database: DataSource, given: Tally): void {
  const tally = tallies.get(database) ?? new Map<string, Tally>();
  tallies.set(database, tally);
  const keyOf = (who: Who): string => JSON.stringify([who, given.command, given.code]);
  const who = tally.size < MOST_TALLIES || tally.has(keyOf(given.who)) ? given.who : NOBODY;
  const key = keyOf(who);
  tally.set(key, { ...given, who, times: (tally.get(key)?.times ?? 0) + given.times });
}

/**
 * Puts on record what was refused since the last round without having taken a turn: one entry for each person, command
 * and code, which says how often. An entry of its own for each request would let anybody fill the chain, and keep the
 * street's staff waiting.
 */
export const recordRefusalsTask: PeriodicTask = whenFree({
  name: 'record-refused-requests',
  everySeconds: RECORDED_EVERY_SECONDS,
  lastRound: true,
  run: recordRefusals,
});

async function recordRefusals({
  database,
  clock,
  owner,
}: Pick<TaskContext, 'database' | 'clock' | 'owner'>): Promise<void> {
  const tally = tallies.get(database);
  if (!tally) return;
  tallies.delete(database);
  try {
    await inTurn(database, async (manager) => {
      for (const { who, ...refusal } of tally.values()) {
        await appendAuditEntry(manager, owner, {
          at: clock.now(),
          ...who,
          ...refusal,
          outcome: 'REFUSED',
          rule: null,
          targets: [],
        });
      }
    });
  } catch (error) {
    for (const each of tally.values()) add(database, each);
    throw error;
  }
}
