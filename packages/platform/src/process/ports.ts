import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { hasCode } from '../failure';

/** Below the ports that systems give to outgoing connections, any of which might take one before it is listened on. */
const LOWEST = 15_000;
const HIGHEST = 32_000;
const ATTEMPTS = 100;

/** A free TCP port that is unlikely to be taken soon. */
export async function freePort(host = '127.0.0.1'): Promise<number> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const port = randomInt(LOWEST, HIGHEST);
    // One at a time: the first that is free will do.
    // oxlint-disable-next-line no-await-in-loop
    if (await isPortFree(port, host)) return port;
  }
  return listenOnce(0, host);
}

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
