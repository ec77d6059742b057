import { zhEn } from '@mtg/subgraph-kit';

/** The year that a statistic is about, of all years that it has. */
export const yearOrAllArgument = {
  nullable: true,
  description: zhEn('年度', 'Year. Omit for all'),
} as const;

/** Choice between real work and sample data. */
export const sampleArgument = {
  nullable: true,
  description: zhEn(
    '是否样例数据；默认只计真实数据',
    'True counts sample data only. Default: real data only',
  ),
} as const;
