/** `SEQUENCES=5 npm test` tries five times as many; CI and the nightly run say so. */
// oxlint-disable-next-line node/no-process-env
const FACTOR = Math.max(1, Math.floor(Number(process.env['SEQUENCES'] ?? 1)) || 1);

/**
 * Cases that a rule of the code treats alike: in CI all of them; in a plain `npm test` each place tries its share, and all places
 * together try them all.
 *
 * @param turn number of the place: row, field, reader …
 * @param turns after how many places the same cases are tried again
 */
export const inTurn = <T>(cases: readonly T[], turn: number, turns: number): readonly T[] =>
  FACTOR > 1 ? cases : cases.filter((_, index) => index % turns === turn % turns);

/** How many times a property is tried, where it is `usual` times in a plain `npm test`. */
export const runsOf = (usual: number): number => usual * FACTOR;
