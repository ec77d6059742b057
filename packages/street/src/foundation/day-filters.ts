import { field, type FurtherFilter } from '@mtg/commands';
import { zhEn } from '@mtg/subgraph-kit';

/**
 * From a day of dispatch on, and up to one, both days included, by the days of Asia/Shanghai: of rows that are dispatched
 * when they are recorded.
 */
export const issuedRange: Readonly<Record<'issuedFrom' | 'issuedTo', FurtherFilter>> = {
  issuedFrom: {
    field: field.day(
      zhEn('下发日期(北京时间)，从此日起', 'Day of dispatch, Asia/Shanghai: from this day on'),
    ),
    condition: (row, value) => `${row}.created_at >= ${midnight(value)}`,
  },
  issuedTo: {
    field: field.day(
      zhEn('下发日期(北京时间)，至此日止', 'Day of dispatch, Asia/Shanghai: up to and including this day'),
    ),
    condition: (row, value) => `${row}.created_at < ${midnight(value, "+ INTERVAL '1 day'")}`,
  },
};

function midnight(day: string, more = ''): string {
  return `(CAST(${day} AS timestamp) ${more}) AT TIME ZONE 'Asia/Shanghai'`;
}
