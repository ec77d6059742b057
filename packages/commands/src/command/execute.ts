import {
  authorizeCommand,
  authorizeRole,
  caseGroup,
  readScope,
  type Actor,
  type Decision,
} from '@mtg/access';
import { findRule } from '@mtg/governance';
import { PublicError } from '@mtg/service-kit';
import type { SubgraphContext } from '@mtg/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { CommandResult } from '../idempotency/stored-answer';
import { checkInput } from '../input/check-input';
import type { Command } from './command';
import { settle } from './outcome';
import { CommandTransaction } from './transaction';

/** A command with all that could be found out before its turn. */
export interface PreparedCommand {
  readonly actor: Actor;
  /** As the command takes it. */
  readonly input: unknown;
  /** What the command has fetched. */
  readonly prepared: unknown;
}

/**
 * What needs no turn: whether this role may give the command anywhere, whether the input is one, and what others have to
 * say about it. Whoever may never give it learns nothing here of what there is.
 *
 * @throws PublicError UNAUTHENTICATED, FORBIDDEN, RULE_VIOLATION, BAD_USER_INPUT
 */
export async function prepareCommand(
  command: Command,
  rawInput: unknown,
  context: SubgraphContext,
): Promise<PreparedCommand> {
  const { actor, owner } = context;
  const decision = authorizeRole(actor, command.name, owner);
  if (!decision.allowed) requireAllowed(await inThisCase(command, rawInput, context, decision), owner);
  if (!actor) throw new Error(`the policy table lets nobody give ${command.name}`);
  const input = checkInput(command.input.check, rawInput);
  return { actor, input, prepared: await command.prepare(input as never, context) };
}

/**
 * Whether it may be given to this target, and then the command itself.
 *
 * @param targets takes up the identifiers of what was written
 */
export async function executeCommand(
  manager: EntityManager,
  command: Command,
  { actor, input, prepared }: PreparedCommand,
  context: SubgraphContext,
  targets: string[],
): Promise<CommandResult> {
  const transaction = new CommandTransaction(manager, actor, context);
  const target = await command.target(input as never, transaction);
  requireAllowed(authorizeCommand(actor, command.name, { ...target, street: context.owner }), context.owner);
  const result = await command.execute(input as never, transaction, prepared as never);
  targets.push(...transaction.targets);
  return result;
}

/**
 * The refusal in the case that the command is aimed at, so that it names who may in that case. For those only who read
 * what the command is aimed at anyway: no other learns by it which identifiers exist.
 */
async function inThisCase(
  command: Command,
  rawInput: unknown,
  context: SubgraphContext,
  refused: Decision,
): Promise<Decision> {
  const { actor, owner, database } = context;
  const group = caseGroup(command.name);
  if (!actor || !group || readScope(actor, group, owner).kind !== 'ALL') return refused;
  const found = await settle(async () => {
    const input = checkInput(command.input.check, rawInput);
    return command.target(input as never, new CommandTransaction(database.manager, actor, context));
  });
  if ('failure' in found) return refused;
  return authorizeCommand(actor, command.name, { ...found.value, street: owner });
}

/** @throws PublicError saying why the policy table has no place for this */
function requireAllowed(decision: Decision, owner: string): void {
  if (decision.allowed) return;
  const { code, rule, message } = decision;
  throw new PublicError(code, `${message.zh} · ${message.en}`, {
    ...(rule !== undefined && { rule, sentence: findRule(rule)?.sentence, missing: ['role'] }),
    ...(code === 'UNAUTHENTICATED' && { http: { status: 401 } }),
    street: owner,
  });
}
