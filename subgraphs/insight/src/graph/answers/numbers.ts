import { QueryProblem } from '@mtg/dataset-query';

/** @throws QueryProblem naming the argument */
export function countWithin(
  argument: string,
  given: number | null | undefined,
  { usual, most }: { readonly usual: number; readonly most: number },
): number {
  const count = given ?? usual;
  if (count >= 0 && count <= most) return count;
  throw new QueryProblem(argument, { zh: `须在 0 到 ${most} 之间`, en: `must be from 0 to ${most}` });
}
