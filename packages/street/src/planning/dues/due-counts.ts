const MONTHS = 12;

/** The months of a year. */
export const monthsOf = (year: number): readonly string[] =>
  Array.from({ length: MONTHS }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`);

/**
 * Sets numbers that were counted beside those that were due, one for each due.
 *
 * @param by the codes that the two have in common
 */
export function withDue<Key extends object, Counts extends object>(
  by: readonly (keyof Key)[],
  {
    dues,
    counted,
    none,
  }: {
    readonly dues: readonly (Key & { readonly due: number })[];
    readonly counted: readonly (Key & Counts)[];
    /** Counts where nothing was counted. */
    readonly none: Counts;
  },
): (Key & Counts & { readonly due: number })[] {
  const areSame = (one: Key, other: Key): boolean => by.every((code) => one[code] === other[code]);
  return dues.map((due) => ({ ...none, ...counted.find((counts) => areSame(counts, due)), ...due }));
}
