/** PostgreSQL counts days and microseconds since 2000, files since 1970. */
export const EPOCH_DAYS = 10_957;
export const EPOCH_MICROSECONDS = 946_684_800_000_000n;
