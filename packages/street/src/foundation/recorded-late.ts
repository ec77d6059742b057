import { column, fact } from '@mtg/commands';
import { snakeCase } from '@mtg/subgraph-kit';

/**
 * Marks what was recorded after the day on which it happened (补录).
 *
 * @param day property of the day on which it happened
 * @param instant property of the time at which it was recorded
 */
export const recordedLate = (day: string, instant: string, zh: string, en: string) =>
  fact.following(
    column.yesOrNo(zh, en),
    {},
    {
      from: [day, instant],
      sql: (row) =>
        `coalesce(${row}.${snakeCase(day)} < (${row}.${snakeCase(instant)} AT TIME ZONE 'Asia/Shanghai')::date, false)`,
    },
  );
