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
import { refuse, refuseByRule } from '@mtg/service-kit';
import type { SubgraphContext } from '@mtg/subgraph-kit';
import type { Command } from './command';
import { outcomeOf } from './attempt';
import type { CommandTarget } from './target';

/**
 * Refuses a role that may give the command nowhere, before anything is read for it.
 *
 * @throws PublicError UNAUTHENTICATED, FORBIDDEN, RULE_VIOLATION
 */
export async function authorizeSomewhere<Context extends SubgraphContext>(
  command: Command<Context>,
  rawInput: unknown,
  context: Context,
): Promise<void> {
  const { actor, owner } = context;
  const decision = authorizeRole(actor, command.name, owner);
  if (!decision.allowed) throw refusalOf(await inThisCase(command, rawInput, context, decision), owner);
}

/**
 * Refuses a role that may not give the command to this target.
 *
 * @throws PublicError FORBIDDEN, RULE_VIOLATION
 */
export function authorizeTarget(
  actor: Actor,
  command: CommandName,
  target: CommandTarget,
  owner: string,
): void {
  const decision = authorizeCommand(actor, command, { ...target, street: owner });
  if (!decision.allowed) throw refusalOf(decision, owner);
}

type Refused = Extract<Decision, { readonly allowed: false }>;

/**
 * Words the refusal for the case that the command is aimed at, so that it names who may in that case. Only for actors who
 * read what the command is aimed at anyway: no other learns by it which identifiers exist.
 */
async function inThisCase<Context extends SubgraphContext>(
  command: Command<Context>,
  rawInput: unknown,
  context: Context,
  refused: Refused,
): Promise<Refused> {
  const { actor, owner, database } = context;
  const group = caseGroup(command.name);
  if (!actor || !group || readScope(actor, group, owner).kind !== 'ALL') return refused;
  const found = await outcomeOf(async () =>
    command.accept(rawInput, actor, context).target(database.manager),
  );
  if ('failure' in found) return refused;
  const decision = authorizeCommand(actor, command.name, { ...found.value, street: owner });
  // A role that may give the command nowhere may not give it here.
  return decision.allowed ? refused : decision;
}

const refusalOf = ({ code, rule, message }: Refused, owner: string) =>
  code === 'RULE_VIOLATION'
    ? refuseByRule(`${message.zh} · ${message.en}`, {
        ...(rule !== undefined && { rule, sentence: findRule(rule)?.sentence }),
        missing: ['role'],
        street: owner,
      })
    : refuse.because(code, message, {
        ...(code === 'UNAUTHENTICATED' && { http: { status: 401 } }),
        street: owner,
      });
