/**
 * Running numbers up to here are those of real rows; sample rows have the ones above it. So neither takes a number from the
 * other, whichever came first, and removing sample data leaves no gap.
 */
export const LAST_REAL_NUMBER = 1_000_000;
