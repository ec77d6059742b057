/**
 * The days that make sense here: from the founding of the state, whose offices these are, to further than any plan
 * reaches. A year beyond that is a typing error, and a database cannot store some of them.
 */
const EARLIEST_DAY = '1949-10-01';
const LATEST_DAY = '2199-12-31';

const EARLIEST = Date.parse(EARLIEST_DAY);
const BEYOND = Date.parse('2200-01-01');

/** True if a time lies on one of those days, in UTC. */
export const isWithinTimeRange = (time: Date): boolean =>
  time.getTime() >= EARLIEST && time.getTime() < BEYOND;

/** Message for a time outside them. */
export const OUTSIDE_TIME_RANGE = `须在 ${EARLIEST_DAY} 至 ${LATEST_DAY} 之间 · must be from ${EARLIEST_DAY} to ${LATEST_DAY}`;
