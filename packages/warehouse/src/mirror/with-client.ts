import { Client } from 'pg';

const CONNECT_LIMIT_MS = 5000;

export interface ClientOptions {
  readonly url: string;
  /** The name of the connection at the server. */
  readonly name: string;
  /** Aborting it ends the connection, and so the work. */
  readonly stopped: AbortSignal;
}

/** Connects, works and disconnects, whatever happens. */
export async function withClient<T>(
  { url, name, stopped }: ClientOptions,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  stopped.throwIfAborted();
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_LIMIT_MS,
    keepAlive: true,
    application_name: name,
  });
  // The running statement reports the loss of the connection; without a listener it would end the process.
  client.on('error', () => undefined);
  let giveUp: () => void = () => undefined;
  // A connection that is ended before it is made says nothing any more.
  const stop = new Promise<never>((_, reject) => {
    giveUp = () => reject(new Error('stopped'));
  });
  const end = (): void => {
    giveUp();
    void client.end().catch(() => undefined);
  };
  stopped.addEventListener('abort', end);
  try {
    await Promise.race([client.connect(), stop]);
    return await work(client);
  } finally {
    stopped.removeEventListener('abort', end);
    await client.end().catch(() => undefined);
  }
}
