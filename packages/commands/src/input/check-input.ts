import { refuse } from '@mtg/service-kit';
import type { z } from 'zod';

/**
 * The input as the command takes it, or the filter as the list does.
 *
 * @param argument what it is called in the schema
 * @throws PublicError BAD_USER_INPUT naming each field by its path (`input.assignments.0.goal`) and what is wrong with it
 */
export function checkInput<T>(check: z.ZodType<T>, input: unknown, argument = 'input'): T {
  const result = check.safeParse(input);
  if (result.success) return result.data;
  const problems = result.error.issues.map(({ path, message }) => ({
    field: [argument, ...path].join('.'),
    message,
  }));
  throw refuse.inWords(
    'BAD_USER_INPUT',
    problems.map(({ field, message }) => `${field}：${message}`).join('\n'),
    { field: problems[0]?.field },
  );
}
