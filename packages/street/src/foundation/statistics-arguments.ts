import { FIRST_YEAR, LAST_YEAR, localDay, yearOf } from '@mtg/governance';
import { refuse, zhEn } from '@mtg/subgraph-kit';

/** The year that a statistic is about. */
export const yearArgument = {
  nullable: true,
  description: zhEn('年份，默认今年', 'Year. Default: the current year'),
} as const;

/**
 * The year that was asked for, or the current one.
 *
 * @throws PublicError BAD_USER_INPUT for a year that no row can be of
 */
export function yearAsked(given: number | null, now: Date): number {
  const year = given ?? Number(yearOf(localDay(now)));
  if (year >= FIRST_YEAR && year <= LAST_YEAR) return year;
  throw refuse.badArgument('year', {
    zh: `年份 ${year} 不在 ${FIRST_YEAR} 至 ${LAST_YEAR} 之间。请更正`,
    en: `The year ${year} is not between ${FIRST_YEAR} and ${LAST_YEAR}. Correct it`,
  });
}
