import { KeyProblem, type KeyProblemKind } from '@mtg/bi-keys';
import { EXIT } from '@mtg/service-kit/basics';
import { CommandFailure } from '../command-failure';

const EXIT_CODES: Readonly<Record<KeyProblemKind, number>> = {
  NAME: EXIT.USAGE,
  TAKEN: EXIT.DATA,
  UNKNOWN: EXIT.DATA,
  RIGHTS: EXIT.CONFIG,
};

/** Works with keys; what cannot be done ends the command with its exit code. */
export async function explained<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof KeyProblem) throw new CommandFailure(EXIT_CODES[error.kind], error.message);
    throw error;
  }
}
