import { zhEn } from '@mtg/subgraph-kit';

/** Causes for which a key cannot be made or found. */
export type KeyProblemKind = 'NAME' | 'TAKEN' | 'RIGHTS' | 'UNKNOWN';

/** A key cannot be made or found; the message says why, and the next action. */
export class KeyProblem extends Error {
  override readonly name = 'KeyProblem';

  constructor(
    readonly kind: KeyProblemKind,
    { zh, en }: { readonly zh: string; readonly en: string },
  ) {
    super(zhEn(zh, en));
  }
}
