/** Why a process cannot start, in a sentence for whoever runs it; a restart may mend it. Its stack says no more. */
export class StartFailure extends Error {
  override readonly name = 'StartFailure';
}
