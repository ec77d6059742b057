import {
  authorizeCommand,
  authorizeRole,
  caseGroup,
  readScope,
  type Actor,
  type CommandName,
  type Decision,
} from '@mtg/access';
import { findRule } from '@mtg/governance';
import { refuse } from '@mtg/service-kit';
import type { SubgraphContext } from '@mtg/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { CommandResult } from '../idempotency/stored-answer';
import type { Command, PreparedCommand } from './command';
import { settle } from './outcome';

/**
 * What needs no turn: whether this role may give the command anywhere, whether the input is one, and what others have to
 * say about it. Whoever may never give it learns nothing here of what there is.
 *
 * @throws PublicError UNAUTHENTICATED, FORBIDDEN, RULE_VIOLATION, BAD_USER_INPUT
 */
export async function prepareCommand<Context extends SubgraphContext>(
  command: Command<Context>,
  rawInput: unknown,
  context: Context,
): Promise<PreparedCommand> {
  const { actor, owner } = context;
  const decision = authorizeRole(actor, command.name, owner);
  if (!decision.allowed) requireAllowed(await inThisCase(command, rawInput, context, decision), owner);
  if (!actor) throw new Error(`the policy table lets nobody give ${command.name}`);
  return command.accept(rawInput, actor, context).prepare();
}

/**
 * Whether it may be given to this target, and then the command itself.
 *
 * @param targets takes up the identifiers of what was written
 */
export async function executeCommand(
  manager: EntityManager,
  command: CommandName,
  prepared: PreparedCommand,
  { actor, owner, now }: { readonly actor: Actor; readonly owner: string; readonly now: Date },
  targets: string[],
): Promise<CommandResult> {
  const running = prepared.begin(manager, now);
  const target = await running.target();
  requireAllowed(authorizeCommand(actor, command, { ...target, street: owner }), owner);
  const result = await running.execute();
  targets.push(...running.written());
  return result;
}

/**
 * The refusal in the case that the command is aimed at, so that it names who may in that case. For those only who read
 * what the command is aimed at anyway: no other learns by it which identifiers exist.
 */
async function inThisCase<Context extends SubgraphContext>(
  command: Command<Context>,
  rawInput: unknown,
  context: Context,
  refused: Decision,
): Promise<Decision> {
  const { actor, owner, database } = context;
  const group = caseGroup(command.name);
  if (!actor || !group || readScope(actor, group, owner).kind !== 'ALL') return refused;
  const found = await settle(async () => command.accept(rawInput, actor, context).target(database.manager));
  if ('failure' in found) return refused;
  return authorizeCommand(actor, command.name, { ...found.value, street: owner });
}

/** @throws PublicError saying why the policy table has no place for this */
function requireAllowed(decision: Decision, owner: string): void {
  if (decision.allowed) return;
  const { code, rule, message } = decision;
  throw refuse.because(code, message, {
    ...(rule !== undefined && { rule, sentence: findRule(rule)?.sentence, missing: ['role'] }),
    ...(code === 'UNAUTHENTICATED' && { http: { status: 401 } }),
    street: owner,
  });
}
