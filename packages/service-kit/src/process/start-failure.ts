/** A reason why a process cannot start, in a sentence for its operator. A restart may help. Its stack adds nothing. */
export class StartFailure extends Error {
  override readonly name = 'StartFailure';
}
