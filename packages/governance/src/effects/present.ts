import type { Maybe } from '../checks/facts';

/**
 * Returns a value that a rule has asked for, once the rule was kept.
 *
 * @throws Error when the rule has let its absence through: an error of the program
 */
export function present<T>(value: Maybe<T>): T {
  if (value === null || value === undefined) throw new Error('a value is missing that its rule asks for');
  return value;
}
