import type { SubgraphContext } from '@mtg/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { appendAuditEntry } from '../audit/append';
import { canonicalJson, sha256 } from '../audit/canonical';
import { findFirstAnswer, keepAnswer, mismatch } from '../idempotency/first-answer';
import { replay, type CommandResult } from '../idempotency/stored-answer';
import { readIdempotencyKey } from '../idempotency/key';
import type { Command } from './command';
import { executeCommand } from './execute';
import { inTurn } from './in-turn';
import { attempt, type Outcome } from './outcome';
import { scopeOf } from './scope';

/**
 * Runs a command: authorize, check the rules, write, audit, in one transaction. The commands of one street run one
 * after another, so that what a rule was checked against is still so when the command has written.
 *
 * A refused command leaves its audit entry, and the answer to its key, and nothing else.
 *
 * @param input as the schema has coerced it
 * @throws PublicError with every code that the page of errors lists
 */
export async function runCommand(
  command: Command,
  input: unknown,
  context: SubgraphContext,
): Promise<CommandResult> {
  const key = readIdempotencyKey(context.idempotencyKey);
  const outcome = await inTurn(context.database, (manager) => answer(manager, command, input, context, key));
  // Thrown here and not within: the transaction that records a refusal is one that is committed.
  if ('failure' in outcome) throw outcome.failure;
  return outcome.result;
}

async function answer(
  manager: EntityManager,
  command: Command,
  input: unknown,
  context: SubgraphContext,
  key: string | undefined,
): Promise<Outcome> {
  const { actor, owner, requestId, database } = context;
  const now = context.clock.now();
  const inputDigest = sha256(canonicalJson(input));
  const request =
    key !== undefined && actor ? { actor, key, content: `${command.name} ${inputDigest}` } : undefined;
  const first = request && (await findFirstAnswer(manager, request));
  if (first?.matches) return attempt(manager, async () => replay(database, first.answer));

  const targets: string[] = [];
  const outcome = await attempt(manager, () => {
    if (first) throw mismatch();
    return executeCommand(manager, command, input, context, targets);
  });
  await appendAuditEntry(manager, owner, {
    at: now,
    actor: actor?.subject ?? null,
    role: actor?.role ?? null,
    scope: actor ? scopeOf(actor) : null,
    command: command.name,
    inputDigest,
    ...('failure' in outcome
      ? { outcome: 'REFUSED', code: outcome.code, rule: outcome.rule, targets: [] }
      : { outcome: 'ALLOWED', code: null, rule: null, targets }),
    requestId,
  });
  if (request && !first) await keepAnswer(manager, request, outcome, now);
  return outcome;
}
