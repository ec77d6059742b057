import { setMaxListeners } from 'node:events';

/** The subgraph did not answer in time. */
class DeadlineExceeded extends Error {
  override readonly name = 'DeadlineExceeded';

  constructor(milliseconds: number) {
    super(`no complete answer within ${milliseconds} ms`);
  }
}

/** The client went away and no longer waits for the answer. */
export class ClientGone extends Error {
  override readonly name = 'ClientGone';
}

/**
 * Runs work that ends in time: when the limit has passed or the client is gone, the signal given to the work is
 * aborted and the returned promise rejects at once, whether or not the work heeds the signal (a request that still
 * waits for its connection does not). With no time left the work is not begun.
 *
 * @throws DeadlineExceeded | ClientGone | whatever the work throws
 */
export function withinDeadline<T>(
  milliseconds: number,
  client: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  if (client?.aborted) return Promise.reject(new ClientGone());
  if (milliseconds <= 0) return Promise.reject(new DeadlineExceeded(milliseconds));
  // One operation may have many fetches, and each listens; Node would take more than ten for a leak.
  if (client) setMaxListeners(Infinity, client);
  const abort = new AbortController();
  return new Promise<T>((resolve, reject) => {
    const giveUp = (reason: Error) => {
      reject(reason);
      abort.abort(reason);
    };
    const clientGone = () => giveUp(new ClientGone());
    const timer = setTimeout(() => giveUp(new DeadlineExceeded(milliseconds)), milliseconds);
    client?.addEventListener('abort', clientGone, { once: true });
    work(abort.signal)
      .then(resolve, reject)
      .finally(() => {
        clearTimeout(timer);
        client?.removeEventListener('abort', clientGone);
      });
  });
}
