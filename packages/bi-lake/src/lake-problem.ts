/** Causes for which a lake cannot be kept up to date. */
export type LakeProblemKind = 'KEY' | 'STALE' | 'PLATFORM' | 'TARGET' | 'OTHER_BEGINNING';

/** Ends the work, with a sentence that says why and the next action. Files that have been written are complete and stay. */
export class LakeProblem extends Error {
  override readonly name = 'LakeProblem';

  constructor(
    readonly kind: LakeProblemKind,
    zh: string,
    en: string,
    options?: ErrorOptions,
  ) {
    super(`${zh} · ${en}`, options);
  }
}
