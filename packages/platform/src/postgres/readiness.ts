import { setTimeout as sleep } from 'node:timers/promises';
import { messageOf } from '../failure';
import { diagnose } from './diagnosis';
import type { ServerProcess } from './server-process';
import { withClient } from './with-client';

/** Long enough for a recovery after a crash of the machine. */
const LIMIT_MS = 120_000;
const PAUSE_MS = 40;

/**
 * Waits until the server answers a query of ours, and makes sure that it is ours: between the choice of a port and its
 * use another program may have taken it.
 *
 * @throws PlatformFailure with the server's own last lines when it ends or does not answer in time
 */
export async function waitUntilReady(
  server: ServerProcess,
  url: string,
  dataDirectory: string,
): Promise<void> {
  const end = Date.now() + LIMIT_MS;
  let reason = '';
  while (server.isRunning && Date.now() < end) {
    try {
      // Whoever else listens on the port may accept a connection and never answer: the server's end ends the wait.
      const answering = await Promise.race([namedDirectory(url), server.ended]);
      if (answering === dataDirectory) return;
      reason = 'another server answers on the port';
    } catch (error) {
      reason = messageOf(error);
    }
    await Promise.race([sleep(PAUSE_MS), server.ended]);
  }
  if (server.isRunning) {
    await server.stop();
    throw diagnose(dataDirectory, server.lines(), `no answer in ${LIMIT_MS / 1000} s: ${reason}`);
  }
  throw diagnose(dataDirectory, server.lines(), await server.ended);
}

const namedDirectory = async (url: string): Promise<unknown> =>
  withClient(url, async (client) => {
    const { rows } = await client.query('SHOW data_directory');
    return rows[0]?.['data_directory'];
  });
