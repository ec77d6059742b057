/** The hours at which matters for communities are dealt with, on the day of a weekly meeting that lasts from 14 to 16. */
export const WEEKLY_HOURS = { proposed: 14.5, decided: 15.5, issued: 16.5 } as const;
