import { column, fact } from '@mtg/commands';

/** Age in days: until the solution, or until now while there is none. Days are those of Asia/Shanghai. */
export const daysOpen = fact.following(
  column.whole(
    '历时天数，未解决的至今日',
    'Days from being raised to the solution, or to today while unsolved',
  ),
  {},
  {
    from: ['raisedOn', 'solvedOn'],
    sql: (row, now) =>
      `(coalesce(${row}.solved_on, (${now()} AT TIME ZONE 'Asia/Shanghai')::date) - ${row}.raised_on)`,
  },
);
