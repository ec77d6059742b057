/** Where "now" comes from. Passed in, so that a test, a sweep of the past or sample data can say when it is. */
export interface Clock {
  now(): Date;
}

/** The machine's clock. */
export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still. */
export function fixedClock(instant: Date | string): Clock {
  const at = new Date(instant).getTime();
  if (Number.isNaN(at)) {
    throw new RangeError(`A clock cannot stand at “${String(instant)}”`);
  }
  return { now: () => new Date(at) };
}
