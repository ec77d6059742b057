import { wholeDatabase, type RefusedRequest, type SubgraphContext } from '@mtg/subgraph-kit';
import type { DataSource, EntityManager } from 'typeorm';
import { inTurn } from '../command/in-turn';
import { appendAuditEntry } from './append';
import { digestOfInput } from './canonical';
import { Tally, whoIs, type Tallied } from './tally';

/** Whose request it was, and where. */
type Caller = Pick<SubgraphContext, 'database' | 'requestId' | 'actor' | 'clock' | 'owner'>;

/** What is not on record yet, of each database. */
const tallies = new WeakMap<DataSource, Tally>();

/** Notes that somebody without a token tried a command. */
export function noteAnonymous(caller: Caller, command: string, input: unknown): void {
  note(caller.database, refusal(caller, command, 'UNAUTHENTICATED', digestOfInput(input)));
}

/** Notes that a command did not get its turn. */
export function noteUnheard(caller: Caller, command: string, inputDigest: string): void {
  note(caller.database, refusal(caller, command, 'OVERLOADED', inputDigest));
}

/**
 * Puts a request on record that was refused before its commands were given: for its shape, say. Somebody's is in the chain
 * when this is done; it takes the turn that a command of theirs would have taken. Nobody's is noted, and so is what gets no
 * turn, and what cannot be written now: to be refused, nothing need be written.
 */
export async function recordRefusedRequest(
  caller: Caller,
  { commands, code, digest }: RefusedRequest,
): Promise<void> {
  const { database, actor, owner, clock } = caller;
  const refusals = [...new Set(commands)].map((command) => refusal(caller, command, code, digest));
  if (refusals.length === 0) return;
  try {
    if (actor) {
      const record = (manager: EntityManager) => append(manager, owner, clock.now(), refusals);
      return await inTurn(database, record, actor.subject);
    }
  } catch {
    // It is noted instead, and in the next round whatever was wrong is told.
  }
  for (const each of refusals) note(database, each);
}

/** Puts on record what is only noted so far. @throws whatever kept it from that; it is still noted then */
export async function recordNoted({
  database,
  clock,
  owner,
}: Pick<Caller, 'database' | 'clock' | 'owner'>): Promise<void> {
  const tally = tallies.get(wholeDatabase(database));
  if (!tally) return;
  tallies.delete(wholeDatabase(database));
  try {
    await inTurn(database, (manager) => append(manager, owner, clock.now(), tally.entries));
  } catch (error) {
    for (const each of tally.entries) note(database, each);
    throw error;
  }
}

const refusal = (
  { requestId, actor }: Caller,
  command: string,
  code: string,
  inputDigest: string,
): Tallied => ({ ...whoIs(actor), command, code, times: 1, inputDigest, requestId });

function note(database: DataSource, refused: Tallied): void {
  const tally = tallies.get(wholeDatabase(database)) ?? new Tally();
  tallies.set(wholeDatabase(database), tally);
  tally.add(refused);
}

async function append(
  manager: EntityManager,
  owner: string,
  at: Date,
  refusals: readonly Tallied[],
): Promise<void> {
  for (const each of refusals) {
    await appendAuditEntry(manager, owner, { at, ...each, outcome: 'REFUSED', rule: null, targets: [] });
  }
}
