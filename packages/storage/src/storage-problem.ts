/** Tells why files cannot be stored or read, and the next action. */
export class StorageProblem extends Error {
  override readonly name = 'StorageProblem';

  constructor(zh: string, en: string, options?: ErrorOptions) {
    super(`${zh} · ${en}`, options);
  }
}
