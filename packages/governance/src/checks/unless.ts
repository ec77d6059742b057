/**
 * One finding, unless what a rule asks for holds.
 *
 * @example
 * check: ({ role, orders }) => [
 *   ...unless(role === 'DISPATCHER', () => violation('role', '只有…', 'Only …')),
 *   ...orders.flatMap(checkOrder),
 * ],
 */
export const unless = <T>(holds: boolean, finding: () => T): readonly T[] => (holds ? [] : [finding()]);

/** One finding on a problem, where there is one. */
export const findingOn = <P, T>(problem: P | undefined, finding: (problem: P) => T): readonly T[] =>
  problem === undefined ? [] : [finding(problem)];
