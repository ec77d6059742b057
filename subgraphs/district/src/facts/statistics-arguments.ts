import { zhEn } from '@mtg/subgraph-kit';

/** The year that a statistic is about, of all years that it has. */
export const yearOrAllArgument = {
  nullable: true,
  description: zhEn('年度', 'Year. Omit for all'),
} as const;
