import type { Bilingual } from '@mtg/governance';

/** A source that cannot be read as it is; its administrator has to change something. */
export class SourceProblem extends Error {
  constructor(readonly problem: Bilingual) {
    super(`${problem.zh} · ${problem.en}`);
  }
}
