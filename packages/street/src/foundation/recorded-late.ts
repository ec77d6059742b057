import { column, fact } from '@mtg/commands';
import { snakeCase } from '@mtg/subgraph-kit';

/**
 * Marks what was recorded after the day on which it happened (补录).
 *
 * @param day property of the day on which it happened, or of the time
 * @param instant property of the time at which it was recorded
 */
export const recordedLate = (day: string, instant: string, zh: string, en: string) =>
  fact.following(
    column.yesOrNo(zh, en),
    {},
    {
      from: [day, instant],
      sql: (row) => `coalesce(${dayOf(row, day)} < ${dayOf(row, instant)}, false)`,
    },
  );

/** SQL of the day of a property: properties that end with `At` are times. */
const dayOf = (row: string, property: string): string =>
  property.endsWith('At')
    ? `(${row}.${snakeCase(property)} AT TIME ZONE 'Asia/Shanghai')::date`
    : `${row}.${snakeCase(property)}`;
