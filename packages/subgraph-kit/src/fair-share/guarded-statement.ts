import type { Canceller } from './canceller';
import type { StatementFailures } from './statement-failures';

/** Parts of a `pg` connection needed to cancel its statement. */
export interface Connection {
  readonly processID: number;
  readonly connection: { readonly stream: { destroy(): void } };
}

interface Statement {
  /** Waits for a connection. */
  readonly enter: (stop: AbortSignal) => Promise<Connection>;
  readonly query: () => Promise<unknown>;
  readonly canceller: Canceller;
}

interface Bounds {
  /** Remaining time of the operation. */
  readonly milliseconds: number;
  /** Aborted when the client goes away; undefined where the statement is to be carried out all the same. */
  readonly client: AbortSignal | undefined;
  readonly failures: StatementFailures;
}

interface Guarded {
  /** Rejects as soon as there is no use in waiting. */
  readonly answer: Promise<unknown>;
  /** Resolves when the connection is free for other statements; it never rejects. */
  readonly ended: Promise<unknown>;
}

/** A server that has not cancelled a statement by then does not answer: its connection is cut. */
const CANCEL_LIMIT_MS = 1000;

/** Runs a statement that ends when the client goes away or time is over, at the server too. */
export function runGuarded(statement: Statement, { milliseconds, client, failures }: Bounds): Guarded {
  const stop = new AbortController();
  const clientGone = () => stop.abort(failures.clientGone());
  const timer = setTimeout(() => stop.abort(failures.outOfTime()), Math.max(0, milliseconds));
  client?.addEventListener('abort', clientGone, { once: true });
  const stopped = new Promise<never>((_resolve, reject) => {
    stop.signal.addEventListener('abort', () => reject(stop.signal.reason as Error), { once: true });
  });
  const run = async (): Promise<unknown> => {
    const connection = await statement.enter(stop.signal);
    stop.signal.throwIfAborted();
    return untilStopped(statement, connection, stop.signal);
  };
  const running = run().finally(() => {
    clearTimeout(timer);
    client?.removeEventListener('abort', clientGone);
  });
  return { answer: Promise.race([running, stopped]), ended: running.catch(() => undefined) };
}

/** Sends a statement, and has the server cancel it when the signal comes. */
async function untilStopped(
  { query, canceller }: Statement,
  { processID, connection }: Connection,
  stop: AbortSignal,
): Promise<unknown> {
  let cancelled: Promise<void> | undefined;
  let cut: NodeJS.Timeout | undefined;
  const cancel = () => {
    cut = setTimeout(() => connection.stream.destroy(), CANCEL_LIMIT_MS);
    cancelled = canceller.cancel(processID);
  };
  stop.addEventListener('abort', cancel, { once: true });
  try {
    return await query();
  } finally {
    clearTimeout(cut);
    stop.removeEventListener('abort', cancel);
    // A cancellation on its way would meet the next statement of this connection.
    await cancelled;
  }
}
