/**
 * Thrown by our scalars for a value that is none of theirs. The sentence is for the client, Chinese first, and never
 * quotes words: a name in the wrong field must not come back in a message, nor go to a log.
 */
export class ValueProblem extends Error {
  override readonly name = 'ValueProblem';
}
