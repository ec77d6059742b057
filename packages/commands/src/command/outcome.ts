import { GraphQLError } from 'graphql';
import type { EntityManager } from 'typeorm';
import type { CommandResult } from '../idempotency/stored-answer';

/** An error as it was thrown, with the code and rule that the audit records. */
export interface Failure {
  readonly failure: unknown;
  readonly code: string;
  readonly rule: string | null;
}

/** The rows that a command wrote, or why there are none. */
export type Outcome = { readonly result: CommandResult } | Failure;

/** Runs something that writes nothing, and turns an error into a value. */
export async function outcomeOf<T>(body: () => Promise<T>): Promise<{ readonly value: T } | Failure> {
  try {
    return { value: await body() };
  } catch (failure) {
    return failureOf(failure);
  }
}

/** Marks the place in a transaction that `orUndo` goes back to. */
export const SAVEPOINT = { text: 'SAVEPOINT command' } as const;

/**
 * Runs something that writes. When it fails, all that was written since the savepoint is undone and the transaction goes
 * on.
 *
 * @throws Error when the connection is lost
 */
export async function orUndo(manager: EntityManager, body: () => Promise<CommandResult>): Promise<Outcome> {
  try {
    return { result: await body() };
  } catch (failure) {
    await manager.query('ROLLBACK TO SAVEPOINT command');
    return failureOf(failure);
  }
}

/** @returns the error with its code and rule as the audit records them */
export function failureOf(failure: unknown): Failure {
  const { code, rule } = failure instanceof GraphQLError ? failure.extensions : {};
  return {
    failure,
    code: typeof code === 'string' ? code : 'INTERNAL_SERVER_ERROR',
    rule: typeof rule === 'string' ? rule : null,
  };
}
