import type { Actor, CommandName } from '@mtg/access';
import type { SubgraphContext } from '@mtg/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { noteAnonymous, noteRefusal, noteUnheard, takeRefusal } from '../audit/refusals';
import { appendAuditEntry } from '../audit/append';
import { digestOfInput } from '../audit/canonical';
import {
  findKeyUse,
  keepAnswer,
  keepsAnswer,
  mismatch,
  type KeyedRequest,
  type KeyUse,
} from '../idempotency/first-answer';
import { readIdempotencyKey } from '../idempotency/key';
import { replay, type CommandResult } from '../idempotency/stored-answer';
import type { Command, PreparedCommand } from './command';
import { executeCommand, prepareCommand } from './execute';
import { inTurn, isOutOfTurn } from './in-turn';
import { attempt, failureOf, settle, type Failure, type Outcome } from './outcome';
import { scopeOf } from './scope';

/** A command by somebody, with all that was done for it before its turn. */
interface Request {
  readonly command: CommandName;
  readonly context: SubgraphContext;
  readonly actor: Actor;
  readonly inputDigest: string;
  /** Undefined without a key, and with one that cannot be read. */
  readonly keyed: KeyedRequest | undefined;
  /** Why it will not come to the command itself, if so; the first answer to its key goes before it. */
  readonly prepared: { readonly value: PreparedCommand } | Failure;
}

/** A command that is known to be refused before its turn. */
type RefusedRequest = Request & { readonly prepared: Failure };

const isRefused = (request: Request): request is RefusedRequest => 'failure' in request.prepared;

/**
 * Runs a command: authorize, check the rules, write, audit, in one transaction. The commands of one street run one
 * after another, so that what a rule was checked against is still so when the command has written. What needs no turn is
 * done before it.
 *
 * A refused command leaves its audit entry, and the answer to its key, and nothing else. Beyond a subject's share of
 * entries, and of those who may give no command here, it is tallied and leaves nothing but a number.
 *
 * @param input as the schema has coerced it
 * @throws PublicError with every code that the page of errors lists
 */
export async function runCommand<Context extends SubgraphContext>(
  command: Command<Context>,
  input: unknown,
  context: Context,
): Promise<CommandResult> {
  const { actor } = context;
  if (!actor) {
    // Nobody takes no turn: whoever has no token must not be able to keep those waiting who have one.
    noteAnonymous(context, command.name, input);
    throw await refusalOfNobody(command, input, context);
  }
  const request = await requestOf(command, input, context, actor);
  const taken = isRefused(request) ? takeRefusal(context) : undefined;
  if (isRefused(request) && taken === false) await refuseWithoutTurn(request);
  const outcome = await inItsTurn(request, taken);
  // Thrown here and not within: the transaction that records a refusal is one that is committed.
  if ('failure' in outcome) throw outcome.failure;
  return outcome.result;
}

/** What did not get its turn is refused too, and goes on record with how often. */
async function inItsTurn(request: Request, taken: boolean | undefined): Promise<Outcome> {
  const { command, context, actor, inputDigest } = request;
  try {
    return await inTurn(context.database, (manager) => answer(manager, request, taken), actor.subject);
  } catch (error) {
    if (isOutOfTurn(error)) noteUnheard(context, command, inputDigest);
    throw error;
  }
}

/**
 * Tallies a refusal that takes no turn, so that it cannot delay commands that are carried out. It uses up no key. Returns
 * only when the key has an answer already, which goes before the refusal.
 */
async function refuseWithoutTurn({ command, context, inputDigest, keyed, prepared }: RefusedRequest) {
  const use = keyed && (await findKeyUse(context.database.manager, keyed));
  if (use?.matches && use.answer !== null) return;
  const { failure, code, rule } = use?.matches === false ? failureOf(mismatch()) : prepared;
  noteRefusal(context, command, inputDigest, { code, rule });
  throw failure;
}

async function refusalOfNobody<Context extends SubgraphContext>(
  command: Command<Context>,
  input: unknown,
  context: Context,
): Promise<unknown> {
  const refusal = await settle(() => prepareCommand(command, input, context));
  return 'failure' in refusal ? refusal.failure : new Error(`${command.name} was prepared for nobody`);
}

async function requestOf<Context extends SubgraphContext>(
  command: Command<Context>,
  input: unknown,
  context: Context,
  actor: Actor,
): Promise<Request> {
  const inputDigest = digestOfInput(input);
  const key = await settle(async () => readIdempotencyKey(context.idempotencyKey));
  const keyed =
    'value' in key && key.value !== undefined
      ? { actor, key: key.value, content: `${command.name} ${inputDigest}` }
      : undefined;
  const prepared = 'failure' in key ? key : await settle(() => prepareCommand(command, input, context));
  return { command: command.name, context, actor, inputDigest, keyed, prepared };
}

/** @param taken whether its refusal is within the subject's share, where that is known already */
async function answer(
  manager: EntityManager,
  request: Request,
  taken: boolean | undefined,
): Promise<Outcome> {
  const { command, context, actor, inputDigest, keyed, prepared } = request;
  const now = context.clock.now();
  const use = keyed && (await findKeyUse(manager, keyed));
  const first = use?.matches ? use.answer : null;
  if (first) return attempt(manager, async () => replay(context.database, first));

  const targets: string[] = [];
  const outcome = await attempt(manager, async () => {
    if (use?.matches === false) throw mismatch();
    if ('failure' in prepared) throw prepared.failure;
    const result = await executeCommand(
      manager,
      command,
      prepared.value,
      { actor, owner: context.owner, now },
      targets,
    );
    if (keyed) await keepAnswer(manager, keyed, { result }, now, use);
    return result;
  });
  if ('failure' in outcome && !(taken ?? takeRefusal(context))) {
    noteRefusal(context, command, inputDigest, outcome);
    if (keepsAnswer(outcome)) await keepRefusal(manager, request, outcome, now, use);
    return outcome;
  }
  await appendAuditEntry(manager, context.owner, {
    at: now,
    actor: actor.subject,
    role: actor.role,
    scope: scopeOf(actor),
    command,
    inputDigest,
    ...('failure' in outcome
      ? { outcome: 'REFUSED', code: outcome.code, rule: outcome.rule, targets: [] }
      : { outcome: 'ALLOWED', code: null, rule: null, targets }),
    requestId: context.requestId,
    times: 1,
  });
  if ('failure' in outcome) await keepRefusal(manager, request, outcome, now, use);
  return outcome;
}

/** Keeps what a key was used for. A refusal that could not be kept is found out anew; its entry must not go with it. */
async function keepRefusal(
  manager: EntityManager,
  { keyed }: Request,
  failure: Failure,
  now: Date,
  use: KeyUse | undefined,
): Promise<void> {
  if (!keyed || use?.matches === false) return;
  await attempt(manager, () => keepAnswer(manager, keyed, failure, now, use).then(() => ({})));
}
