import type { Bilingual } from '../bilingual';

/** The state of a row does not allow an act. The study has no sentence that it breaks. */
export interface StateProblem {
  /** Path of the input that names the row; undefined for the row that the act is about. */
  readonly field?: string;
  /** The problem and its correction. */
  readonly message: Bilingual;
}
