import { zhEn } from '@mtg/subgraph-kit';

/** Argument of a statistic: the choice between real work and sample data. */
export const sampleArgument = {
  nullable: true,
  description: zhEn(
    '是否样例数据；默认只计真实数据',
    'True counts sample data only. Default: real data only',
  ),
} as const;

/** Argument of a statistic: the year that it is about, of all years that it has. */
export const yearOrAllArgument = {
  nullable: true,
  description: zhEn('年份，默认全部年份', 'Year. Default: all years'),
} as const;
