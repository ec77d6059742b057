import { field, type FurtherFilter } from '@mtg/commands';
import { zhEn } from '@mtg/subgraph-kit';

/** Entries in force that were not verified for a number of days, which the reader gives. */
export const notVerifiedFilter: Readonly<Record<'notVerifiedForDays', FurtherFilter>> = {
  notVerifiedForDays: {
    field: field.whole(
      zhEn(
        '现行条目中，最近核实日期距今至少此天数的(北京时间)',
        'Entries in force whose last verification is at least this number of days ago, by the days of Asia/Shanghai',
      ),
      0,
      36_500,
    ),
    condition: (row, value, now) =>
      `${row}.amended_at IS NULL AND ${row}.verified_on <= (${now()} AT TIME ZONE 'Asia/Shanghai')::date - ${value}::int`,
  },
};
