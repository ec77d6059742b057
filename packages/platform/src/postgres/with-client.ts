import { Client } from 'pg';

const CONNECT_LIMIT_MS = 5_000;
const QUERY_LIMIT_MS = 30_000;

/** Connects, works and disconnects, whatever happens. */
export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_LIMIT_MS,
    query_timeout: QUERY_LIMIT_MS,
  });
  // A server that goes away while the client is idle raises this event; without a listener it would end the process.
  // The query under way reports the loss by itself.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
