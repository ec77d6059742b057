import type { Actor, CommandName } from '@mtg/access';
import type { SubgraphContext } from '@mtg/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { entriesBehind, FIND_HEAD, headOf, type ChainHead, type NewEntry } from '../audit/append';
import { digestOfInput } from '../audit/canonical';
import { claimRefusalEntry, tallyAnonymous, tallyOverloaded, tallyRefusal } from '../audit/refusals';
import { readIdempotencyKey } from '../idempotency/key';
import {
  findRecord,
  isStored,
  keyUseOf,
  mismatch,
  recordUse,
  type KeyedRequest,
  type KeyUse,
} from '../idempotency/key-use';
import { rowsOf, type CommandResult } from '../idempotency/stored-answer';
import { authorizeSomewhere, authorizeTarget } from './authorize';
import type { Command, PreparedCommand } from './command';
import { isOverloaded, underCommandLock, type Locked, type Written } from '../locking/command-lock';
import { failureOf, type Failure, type Outcome } from '../idempotency/outcome';
import { orUndo, outcomeOf, SAVEPOINT } from './attempt';
import { scopeOf } from '../audit/scope';

/**
 * Runs a command in six stages: prepare, authorize, lock, replay, execute, audit. The last four are one transaction. The
 * commands of one street run one at a time, so that what a rule was checked against still holds when the command has
 * written.
 *
 * A refused command leaves its audit entry and the record of its key, and nothing else. Beyond a subject's share of
 * entries, and of subjects who may give no command here, a refusal is tallied instead.
 *
 * @param rawInput as the schema has coerced it
 * @throws PublicError with every code that the page of errors lists
 */
export async function runCommand<Context extends SubgraphContext>(
  command: Command<Context>,
  rawInput: unknown,
  context: Context,
): Promise<CommandResult> {
  const { actor } = context;
  if (!actor) return refuseAnonymous(command, rawInput, context);
  const request = await prepare(command, rawInput, context, actor);
  await refuseEarly(request);
  const outcome = await lock(
    request,
    async (held) => (await replay(held, request)) ?? audit(held, request, await execute(held, request)),
  );
  // Thrown here and not within: the transaction that records a refusal is committed.
  if ('failure' in outcome) throw outcome.failure;
  return outcome.result;
}

/** A command and all that is known of it before it waits for the lock. */
interface Request {
  readonly command: CommandName;
  readonly context: SubgraphContext;
  readonly actor: Actor;
  readonly inputDigest: string;
  /** Undefined without a key, and with one that cannot be read. */
  readonly keyed: KeyedRequest | undefined;
  /** A refusal that is certain already is answered only if the record of the key has no other answer. */
  readonly prepared: { readonly value: PreparedCommand } | Failure;
  /** True if that refusal becomes an entry of its own. */
  readonly hasEntry: boolean;
}

/** Stages 1 and 2 · Checks the key, the role and the input, and fetches what others own. Holds no lock. */
async function prepare<Context extends SubgraphContext>(
  command: Command<Context>,
  rawInput: unknown,
  context: Context,
  actor: Actor,
): Promise<Request> {
  const inputDigest = digestOfInput(rawInput);
  const key = await outcomeOf(async () => readIdempotencyKey(context.idempotencyKey));
  const keyed =
    'value' in key && key.value !== undefined
      ? { actor, key: key.value, content: `${command.name} ${inputDigest}` }
      : undefined;
  const prepared =
    'failure' in key
      ? key
      : await outcomeOf(async () => {
          await authorizeSomewhere(command, rawInput, context);
          return command.accept(rawInput, actor, context).prepare();
        });
  const hasEntry = 'failure' in prepared && claimRefusalEntry(context);
  return { command: command.name, context, actor, inputDigest, keyed, prepared, hasEntry };
}

/** Anonymous requests never enter the queue. Otherwise anyone could delay authenticated users. */
async function refuseAnonymous<Context extends SubgraphContext>(
  command: Command<Context>,
  rawInput: unknown,
  context: Context,
): Promise<never> {
  tallyAnonymous(context, command.name, rawInput);
  await authorizeSomewhere(command, rawInput, context);
  throw new Error(`the policy table lets anonymous requests give ${command.name}`);
}

/**
 * Tallies a refusal that gets no entry of its own, so that it cannot delay other commands. It uses up no key. Returns for
 * every other request, and where the record of the key has an answer, which goes before the refusal.
 */
async function refuseEarly({
  command,
  context,
  inputDigest,
  keyed,
  prepared,
  hasEntry,
}: Request): Promise<void> {
  if (!('failure' in prepared) || hasEntry) return;
  const use = keyed && (await findKeyUse(context.database.manager, keyed));
  if (use?.matches && use.answer !== null) return;
  const { failure, code, rule } = use?.matches === false ? failureOf(mismatch()) : prepared;
  tallyRefusal(context, command, inputDigest, { code, rule });
  throw failure;
}

async function findKeyUse(manager: EntityManager, keyed: KeyedRequest): Promise<KeyUse | undefined> {
  const { text, values = [] } = findRecord(keyed);
  return keyUseOf(keyed, await manager.query(text, [...values]));
}

/** A transaction that holds the lock, and what it has read behind it. */
interface Held {
  readonly manager: EntityManager;
  /** The time of all that the command does. */
  readonly now: Date;
  readonly head: ChainHead;
  /** Undefined where the key is new, and without one. */
  readonly use: KeyUse | undefined;
}

/** Stage 3 · Waits for the command lock. What every command reads is read in the same round trip. */
async function lock(request: Request, body: (held: Held) => Promise<Written<Outcome>>): Promise<Outcome> {
  const { command, context, actor, inputDigest, keyed } = request;
  const reads = [FIND_HEAD, SAVEPOINT, ...(keyed ? [findRecord(keyed)] : [])];
  const hold = ({ manager, read: [lastEntry, , record] }: Locked): Held => ({
    manager,
    now: context.clock.now(),
    head: headOf(context.owner, lastEntry),
    use: keyed && keyUseOf(keyed, record),
  });
  try {
    return await underCommandLock(context.database, (locked) => body(hold(locked)), {
      reads,
      subject: actor.subject,
    });
  } catch (error) {
    if (isOverloaded(error)) tallyOverloaded(context, command, inputDigest);
    throw error;
  }
}

/** Stage 4 · Answers a request that was answered before as it was then, without an entry. */
async function replay({ use }: Held, { context }: Request): Promise<Written<Outcome> | undefined> {
  const answer = use?.matches ? use.answer : null;
  if (!answer) return undefined;
  const replayed = await outcomeOf(async () => rowsOf(context.database, answer));
  return { value: 'failure' in replayed ? replayed : { result: replayed.value }, writes: [] };
}

/** The rows or the refusal of a command, and the identifiers of what it wrote. */
type Executed = Outcome & { readonly targets: readonly string[] };

/** Stage 5 · Authorizes the target, checks the rules and writes. A refusal undoes all that the command wrote. */
async function execute({ manager, now, use }: Held, request: Request): Promise<Executed> {
  const { command, context, actor, prepared } = request;
  let targets: readonly string[] = [];
  const outcome = await orUndo(manager, async () => {
    if (use?.matches === false) throw mismatch();
    if ('failure' in prepared) throw prepared.failure;
    const running = prepared.value.begin(manager, now);
    authorizeTarget(actor, command, await running.target(), context.owner);
    const result = await running.execute();
    targets = running.written();
    return result;
  });
  return { ...outcome, targets };
}

/** Stage 6 · Records the command in the audit chain, and the use of its key. */
async function audit(held: Held, request: Request, executed: Executed): Promise<Written<Outcome>> {
  const { head, now, use } = held;
  const { command, context, inputDigest, keyed, prepared } = request;
  if (!('failure' in executed)) {
    const record = keyed ? recordUse(context.database, keyed, executed, now, use) : [];
    return { value: executed, writes: [...record, entriesBehind(head, [entryOf(request, executed, now)])] };
  }
  const hasEntry = 'failure' in prepared ? request.hasEntry : claimRefusalEntry(context);
  if (!hasEntry) tallyRefusal(context, command, inputDigest, executed);
  if (hasEntry || isStored(executed)) await recordRefusal(held, request, executed);
  return {
    value: executed,
    writes: hasEntry ? [entriesBehind(head, [entryOf(request, executed, now)])] : [],
  };
}

function entryOf({ command, context, actor, inputDigest }: Request, executed: Executed, at: Date): NewEntry {
  return {
    at,
    actor: actor.subject,
    role: actor.role,
    scope: scopeOf(actor),
    command,
    inputDigest,
    ...('failure' in executed
      ? { outcome: 'REFUSED', code: executed.code, rule: executed.rule, targets: [] }
      : { outcome: 'ALLOWED', code: null, rule: null, targets: [...executed.targets] }),
    requestId: context.requestId,
    times: 1,
  };
}

/** Records what a key was used for. A refusal that cannot be stored is examined again, and its entry remains. */
async function recordRefusal(
  { manager, now, use }: Held,
  { context, keyed }: Request,
  refused: Failure,
): Promise<void> {
  if (!keyed || use?.matches === false) return;
  await orUndo(manager, async () => {
    for (const { text, values = [] } of recordUse(context.database, keyed, refused, now, use)) {
      await manager.query(text, [...values]);
    }
    return {};
  });
}
