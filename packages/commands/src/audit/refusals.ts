import { DISTRICT_COMMAND_NAMES, mayGiveAny, STREET_COMMAND_NAMES } from '@mtg/access';
import { DISTRICT_OWNER, wholeDatabase, type RefusedRequest, type SubgraphContext } from '@mtg/subgraph-kit';
import type { DataSource } from 'typeorm';
import { underCommandLock } from '../locking/command-lock';
import { chainHead, entriesBehind } from './append';
import { digestOfInput } from './canonical';
import { RefusalShare } from './refusal-share';
import { Tally, subjectOf, type Tallied } from './tally';

/** The request that was refused. */
type Caller = Pick<SubgraphContext, 'database' | 'requestId' | 'actor' | 'clock' | 'owner'>;

/** Refusals of each database that are not recorded yet. */
const tallies = new WeakMap<DataSource, Tally>();

const shares = new WeakMap<DataSource, RefusalShare>();

/**
 * Claims an entry of its own for a refusal, from its subject's share. A subject that may give no command here has no share:
 * neither an anonymous request, nor a role without commands, nor a role of another street.
 *
 * @returns false when the refusal is to be tallied
 */
export function claimRefusalEntry({
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

/** The reason of a refusal. */
interface Reason {
  readonly code: string;
  readonly rule?: string | null;
}

/** Tallies a refusal that does not become an entry of its own. */
export function tallyRefusal(caller: Caller, command: string, inputDigest: string, reason: Reason): void {
  addToTally(caller.database, refusal(caller, command, reason, inputDigest));
}

/** Tallies a command that came without a token. */
export const tallyAnonymous = (caller: Caller, command: string, input: unknown): void =>
  tallyRefusal(caller, command, digestOfInput(input), { code: 'UNAUTHENTICATED' });

/** Tallies a command that did not get the lock. */
export const tallyOverloaded = (caller: Caller, command: string, inputDigest: string): void =>
  tallyRefusal(caller, command, inputDigest, { code: 'OVERLOADED' });

/**
 * Records a request that was refused before its commands ran. With a valid token the entry, which lists the commands, is
 * appended under the command lock before this returns. Anonymous requests are tallied, and so are refusals beyond the
 * subject's share and any that cannot be written now: the tally is flushed every 10 s.
 */
export async function recordRefusedRequest(
  caller: Caller,
  { commands, code, digest }: RefusedRequest,
): Promise<void> {
  const { database, actor } = caller;
  if (commands.length === 0) return;
  const refused = refusal(caller, [...new Set(commands)].sort().join(' '), { code }, digest);
  try {
    if (actor && claimRefusalEntry(caller)) return await record(caller, [refused], actor.subject);
  } catch {
    // It is tallied instead. Flushing the tally reports what is wrong.
  }
  addToTally(database, refused);
}

/** Records all that is tallied. @throws the error that prevented it; the refusals stay tallied then */
export async function flushTally(context: Pick<Caller, 'database' | 'clock' | 'owner'>): Promise<void> {
  const { database } = context;
  const tally = tallies.get(wholeDatabase(database));
  if (!tally) return;
  tallies.delete(wholeDatabase(database));
  try {
    await record(context, tally.entries);
  } catch (error) {
    for (const each of tally.entries) addToTally(database, each);
    throw error;
  }
}

const refusal = (
  { requestId, actor }: Caller,
  command: string,
  { code, rule = null }: Reason,
  inputDigest: string,
): Tallied => ({ ...subjectOf(actor), command, code, rule, times: 1, inputDigest, requestId });

function addToTally(database: DataSource, refused: Tallied): void {
  const tally = tallies.get(wholeDatabase(database)) ?? new Tally();
  tallies.set(wholeDatabase(database), tally);
  tally.add(refused);
}

const record = (
  { database, clock, owner }: Pick<Caller, 'database' | 'clock' | 'owner'>,
  refusals: readonly Tallied[],
  subject?: string,
): Promise<void> =>
  underCommandLock(
    database,
    async ({ manager }) => {
      const at = clock.now();
      const entries = refusals.map((each) => ({ at, ...each, outcome: 'REFUSED' as const, targets: [] }));
      return { value: undefined, writes: [entriesBehind(await chainHead(manager, owner), entries)] };
    },
    { subject },
  );
