import { GraphQLError } from 'graphql';
import type { EntityManager } from 'typeorm';
import type { CommandResult } from '../idempotency/stored-answer';

/** Why something did not come about, as it was thrown and as the audit has it. */
export interface Failure {
  readonly failure: unknown;
  readonly code: string;
  readonly rule: string | null;
}

/** What came of a command: its rows, or why there are none. */
export type Outcome = { readonly result: CommandResult } | Failure;

/** What came of something that writes nothing. */
export async function settle<T>(body: () => Promise<T>): Promise<{ readonly value: T } | Failure> {
  try {
    return { value: await body() };
  } catch (failure) {
    return failureOf(failure);
  }
}

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
    return failureOf(failure);
  }
}

/** What was thrown, with its code and rule as the audit has them. */
export function failureOf(failure: unknown): Failure {
  const { code, rule } = failure instanceof GraphQLError ? failure.extensions : {};
  return {
    failure,
    code: typeof code === 'string' ? code : 'INTERNAL_SERVER_ERROR',
    rule: typeof rule === 'string' ? rule : null,
  };
}
