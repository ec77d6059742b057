import type { Reader } from '@mtg/bi-doors';
import type { RequestContext } from '@mtg/service-kit';

/** Context of an operation. */
export interface GraphContext extends RequestContext {
  /** @throws PublicError UNAUTHENTICATED */
  readonly reader: () => Promise<Reader>;
  /** Does one thing after the other, so that an operation holds one connection however much it asks. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  /** Milliseconds until the caller no longer waits. */
  readonly timeLeft: () => number;
}

/** Runs what it is given one after the other; a failure does not stop the next. */
export function oneByOne(): GraphContext['inTurn'] {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
}
