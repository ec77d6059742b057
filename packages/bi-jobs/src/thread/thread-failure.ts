import { DatabaseError } from 'pg';
import type { ThreadFailure } from './thread-task';

/** Takes from an error what another thread needs of it. */
export function failureOf(error: unknown): ThreadFailure {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  return { message, stack, code, isOfDatabase: error instanceof DatabaseError };
}

/** Makes the error again. */
export function errorOf({ message, stack, code, isOfDatabase }: ThreadFailure): Error {
  const error = isOfDatabase ? new DatabaseError(message, message.length, 'error') : new Error(message);
  return Object.assign(error, { stack, ...(code !== undefined && { code }) });
}
