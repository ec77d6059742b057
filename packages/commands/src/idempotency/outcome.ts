import { GraphQLError } from 'graphql';
import type { CommandResult } from './stored-answer';

/** An error as it was thrown, with the code and rule that the audit records. */
export interface Failure {
  readonly failure: unknown;
  readonly code: string;
  readonly rule: string | null;
}

/** The rows that a command wrote, or why there are none. */
export type Outcome = { readonly result: CommandResult } | Failure;

/** @returns the error with its code and rule as the audit records them */
export function failureOf(failure: unknown): Failure {
  const { code, rule } = failure instanceof GraphQLError ? failure.extensions : {};
  return {
    failure,
    code: typeof code === 'string' ? code : 'INTERNAL_SERVER_ERROR',
    rule: typeof rule === 'string' ? rule : null,
  };
}
