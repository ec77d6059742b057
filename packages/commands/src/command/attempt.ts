import type { EntityManager } from 'typeorm';
import { failureOf, type Failure, type Outcome } from '../idempotency/outcome';
import type { CommandResult } from '../idempotency/stored-answer';

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
