import { GraphQLError } from 'graphql';
import type { EntityManager } from 'typeorm';
import type { CommandResult } from '../idempotency/stored-answer';

/** What came of a command: its rows, or why there are none. */
export type Outcome =
  | { readonly result: CommandResult }
  | { readonly failure: unknown; readonly code: string; readonly rule: string | null };

/**
 * Runs a command's body such that, when it fails, nothing of it remains while the transaction goes on.
 *
 * @throws when the connection is lost
 */
export async function attempt(manager: EntityManager, body: () => Promise<CommandResult>): Promise<Outcome> {
  await manager.query('SAVEPOINT command');
  try {
    return { result: await body() };
  } catch (failure) {
    await manager.query('ROLLBACK TO SAVEPOINT command');
    return { failure, ...codesOf(failure) };
  }
}

function codesOf(failure: unknown): { readonly code: string; readonly rule: string | null } {
  const { code, rule } = failure instanceof GraphQLError ? failure.extensions : {};
  return {
    code: typeof code === 'string' ? code : 'INTERNAL_SERVER_ERROR',
    rule: typeof rule === 'string' ? rule : null,
  };
}
