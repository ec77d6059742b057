import type { Bilingual } from '../bilingual';

/** A value of a command's input that does not fit the facts. The study has no sentence that it breaks. */
export interface InputProblem {
  /** Path of the input. */
  readonly field: string;
  /** The problem and its correction. */
  readonly message: Bilingual;
}
