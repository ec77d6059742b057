import { field } from '@mtg/commands';
import { zhEn } from '@mtg/subgraph-kit';

/** A calendar year. */
export const year = field.year(zhEn('年份', 'Year'));
