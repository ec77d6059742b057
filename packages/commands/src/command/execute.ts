import { authorizeCommand } from '@mtg/access';
import { findRule } from '@mtg/governance';
import { PublicError } from '@mtg/service-kit';
import type { SubgraphContext } from '@mtg/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { CommandResult } from '../idempotency/stored-answer';
import { checkInput } from '../input/check-input';
import type { Command } from './command';
import type { CommandTarget } from './target';
import { CommandTransaction } from './transaction';

/**
 * Who, what, whether, and then the command itself.
 *
 * @param targets takes up the identifiers of what was written
 */
export async function executeCommand(
  manager: EntityManager,
  command: Command,
  rawInput: unknown,
  context: SubgraphContext,
  targets: string[],
): Promise<CommandResult> {
  const { actor } = context;
  if (!actor) throw denial(command, context, {});
  const transaction = new CommandTransaction(manager, actor, context);
  const input = checkInput(command.input.check, rawInput);
  const target = await command.target(input as never, transaction);
  const denied = denial(command, context, target);
  if (denied) throw denied;
  const result = await command.execute(input as never, transaction);
  targets.push(...transaction.targets);
  return result;
}

/** Why the policy table has no place for this; undefined when it has. */
function denial(
  { name }: Command,
  { actor, owner }: SubgraphContext,
  target: CommandTarget,
): PublicError | undefined {
  const decision = authorizeCommand(actor, name, { ...target, street: owner });
  if (decision.allowed) return undefined;
  const { code, rule, message } = decision;
  return new PublicError(code, `${message.zh} · ${message.en}`, {
    ...(rule !== undefined && { rule, sentence: findRule(rule)?.sentence }),
    ...(code === 'UNAUTHENTICATED' && { http: { status: 401 } }),
    street: owner,
  });
}
