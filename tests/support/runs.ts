/** `SEQUENCES=5 npm test` tries five times as many; CI and the nightly run say so. */
// oxlint-disable-next-line node/no-process-env
const FACTOR = Math.max(1, Math.floor(Number(process.env['SEQUENCES'] ?? 1)) || 1);

/** How many times a property is tried, where it is `usual` times in a plain `npm test`. */
export const runsOf = (usual: number): number => usual * FACTOR;
