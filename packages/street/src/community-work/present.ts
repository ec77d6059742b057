/**
 * What a rule has asked for, once the rule was kept.
 *
 * @throws Error when the rule has let its absence through: an error of the program
 */
export function present<T>(value: T | null): T {
  if (value === null) throw new Error('a value is missing that its rule asks for');
  return value;
}
