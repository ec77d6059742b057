import type { Bilingual } from '@mtg/governance';

/** A query that cannot be answered as it was put. Doors show it as their error for wrong input. */
export class QueryProblem extends Error {
  /**
   * @param field the part of the query that is wrong, e.g. `filter`
   * @param problem which value is wrong and why, then the next action
   */
  constructor(
    readonly field: string,
    readonly problem: Bilingual,
  ) {
    super(`${problem.zh} · ${problem.en}`);
  }
}

/** Something of OData's language that no door offers. */
export class NotOffered extends QueryProblem {}
