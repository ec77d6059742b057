import { createServer } from 'node:net';
import { hasCode } from '../failure';

/** A TCP port that nobody listens on just now. */
export const freePort = async (host = '127.0.0.1'): Promise<number> => listenOnce(0, host);

/**
 * True when one could listen on the port now.
 *
 * @throws the system's error when it is something else than the port being taken, e.g. an address of another machine
 */
export async function isPortFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  try {
    await listenOnce(port, host);
    return true;
  } catch (error) {
    if (hasCode(error, 'EADDRINUSE')) return false;
    throw error;
  }
}

async function listenOnce(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : port));
    });
  });
}
