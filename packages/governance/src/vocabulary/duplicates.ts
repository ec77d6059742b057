/** A code that occurs more than once. */
export interface Duplicate {
  readonly code: string;
  /** Index of each occurrence in the list, 0-based and ascending; two at least. */
  readonly positions: readonly number[];
}

/**
 * The codes that occur more than once, in the order of their first occurrence, compared exactly. Positions let an
 * import name the lines, the first occurrence as well as those that repeat it.
 */
export function findDuplicates(codes: readonly string[]): readonly Duplicate[] {
  const positionsOf = new Map<string, number[]>();
  for (const [position, code] of codes.entries()) {
    const known = positionsOf.get(code);
    if (known) {
      known.push(position);
    } else {
      positionsOf.set(code, [position]);
    }
  }
  return [...positionsOf]
    .filter(([, positions]) => positions.length > 1)
    .map(([code, positions]) => ({ code, positions }));
}
