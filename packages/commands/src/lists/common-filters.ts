import { zhEn } from '@mtg/subgraph-kit';
import { instant, optional, yesOrNo } from '../input/fields';

/** Filters of every list. */
export const COMMON_FILTERS = {
  updatedSince: optional(
    instant(
      zhEn(
        '此时或此后有变化(含已撤销)，按更新时间排序，用于增量刷新',
        'Changed at or after this time, withdrawn rows included, ordered by `updatedAt`. For incremental refresh',
      ),
    ),
  ),
  sample: optional(
    yesOrNo(zhEn('是否样例数据', '`true` for sample data only, `false` for real data only. Default: both')),
  ),
};
