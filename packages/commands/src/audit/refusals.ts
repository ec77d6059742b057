import { DISTRICT_COMMAND_NAMES, mayGiveAny, STREET_COMMAND_NAMES } from '@mtg/access';
import { DISTRICT_OWNER, wholeDatabase, type RefusedRequest, type SubgraphContext } from '@mtg/subgraph-kit';
import type { DataSource, EntityManager } from 'typeorm';
import { inTurn } from '../command/in-turn';
import { appendAuditEntries } from './append';
import { digestOfInput } from './canonical';
import { RefusalShare } from './refusal-share';
import { Tally, whoIs, type Tallied } from './tally';

/** Whose request it was, and where. */
type Caller = Pick<SubgraphContext, 'database' | 'requestId' | 'actor' | 'clock' | 'owner'>;

/** What is not on record yet, of each database. */
const tallies = new WeakMap<DataSource, Tally>();

const shares = new WeakMap<DataSource, RefusalShare>();

/**
 * Takes a refusal from its subject's share of entries of their own. A subject that may give no command here has none: neither an
 * anonymous request, nor a role without commands, nor a role of another street.
 */
export function takeRefusal({
  database,
  actor,
  owner,
}: Pick<Caller, 'database' | 'actor' | 'owner'>): boolean {
  const commands = owner === DISTRICT_OWNER ? DISTRICT_COMMAND_NAMES : STREET_COMMAND_NAMES;
  if (!actor || !mayGiveAny(actor, commands, owner)) return false;
  const share = shares.get(wholeDatabase(database)) ?? new RefusalShare();
  shares.set(wholeDatabase(database), share);
  return share.take(actor.subject);
}

/** Why a command was refused. */
interface Reason {
  readonly code: string;
  readonly rule?: string | null;
}

/** Tallies a refusal that does not become an entry of its own. */
export function noteRefusal(caller: Caller, command: string, inputDigest: string, reason: Reason): void {
  note(caller.database, refusal(caller, command, reason, inputDigest));
}

/** Tallies a command that was tried without a token. */
export const noteAnonymous = (caller: Caller, command: string, input: unknown): void =>
  noteRefusal(caller, command, digestOfInput(input), { code: 'UNAUTHENTICATED' });

/** Tallies a command that did not get its turn. */
export const noteUnheard = (caller: Caller, command: string, inputDigest: string): void =>
  noteRefusal(caller, command, inputDigest, { code: 'OVERLOADED' });

/**
 * Records a request that was refused before its commands were given: for its shape, say. It is one entry, which lists the
 * commands. Within a subject's share the entry is in the chain when this is done, after the wait that a command of theirs
 * would have had. All else is tallied, and so is what gets no turn, and what cannot be written now: to be refused,
 * nothing need be written.
 */
export async function recordRefusedRequest(
  caller: Caller,
  { commands, code, digest }: RefusedRequest,
): Promise<void> {
  const { database, actor, owner, clock } = caller;
  if (commands.length === 0) return;
  const refused = refusal(caller, [...new Set(commands)].sort().join(' '), { code }, digest);
  try {
    if (actor && takeRefusal(caller)) {
      const record = (manager: EntityManager) => append(manager, owner, clock.now(), [refused]);
      return await inTurn(database, record, actor.subject);
    }
  } catch {
    // It is noted instead, and in the next round whatever was wrong is told.
  }
  note(database, refused);
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
  { code, rule = null }: Reason,
  inputDigest: string,
): Tallied => ({ ...whoIs(actor), command, code, rule, times: 1, inputDigest, requestId });

function note(database: DataSource, refused: Tallied): void {
  const tally = tallies.get(wholeDatabase(database)) ?? new Tally();
  tallies.set(wholeDatabase(database), tally);
  tally.add(refused);
}

const append = (
  manager: EntityManager,
  owner: string,
  at: Date,
  refusals: readonly Tallied[],
): Promise<void> =>
  appendAuditEntries(
    manager,
    owner,
    refusals.map((each) => ({ at, ...each, outcome: 'REFUSED' as const, targets: [] })),
  );
