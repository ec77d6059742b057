/** Suites that a plain `npm test` leaves to CI, by path, and what it has in their place. */
export const LEFT_TO_CI: Readonly<Record<string, string>>;

/** Patterns of the paths that this run leaves out. */
export function leftOut(given: readonly string[], sequences: number): readonly string[];
