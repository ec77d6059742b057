import { field } from '@mtg/commands';
import { zhEn } from '@mtg/subgraph-kit';

/** A calendar year. */
export const year = field.whole(zhEn('年份', 'Year'), 2000, 2999);
