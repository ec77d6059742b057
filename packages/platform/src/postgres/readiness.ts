import { setTimeout as sleep } from 'node:timers/promises';
import { hasCode, messageOf } from '../failure';
import { diagnose } from './diagnosis';
import type { ServerProcess } from './server-process';
import { withClient } from './with-client';

/** Long enough for a recovery after a crash of the machine. */
const LIMIT_MS = 120_000;
const PAUSE_MS = 40;

/**
 * Errors by which a running server reports a database whose files are gone, not readable or not its own (SQLSTATE: no such
 * database, no such file, not a data directory, corrupted, not permitted), or about a password that is not its own.
 * Asking again changes nothing.
 */
const HOPELESS = ['3D000', '58P01', '22023', 'XX001', '42501', '28P01'];

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
      // Another process on the port may accept a connection and never answer: the server's end ends the wait.
      const answering = await Promise.race([namedDirectory(url), server.ended]);
      if (answering === dataDirectory) return;
      reason = 'another server answers on the port';
    } catch (error) {
      reason = messageOf(error);
      if (hasCode(error, ...HOPELESS)) return giveUp(server, dataDirectory, reason);
    }
    await Promise.race([sleep(PAUSE_MS), server.ended]);
  }
  if (server.isRunning) return giveUp(server, dataDirectory, `no answer in ${LIMIT_MS / 1000} s: ${reason}`);
  throw diagnose(dataDirectory, server.lines(), await server.ended);
}

/**
 * Makes sure that a database can be opened: that it is listed does not mean that its files are there.
 *
 * @throws PlatformFailure as `waitUntilReady` does
 */
export async function checkDatabase(
  server: ServerProcess,
  url: string,
  dataDirectory: string,
): Promise<void> {
  try {
    await namedDirectory(url);
  } catch (error) {
    if (!hasCode(error, ...HOPELESS)) throw error;
    await giveUp(server, dataDirectory, messageOf(error));
  }
}

/** The server's own words decide, complete once it has ended: it may be another one that answered on the port. */
async function giveUp(server: ServerProcess, dataDirectory: string, reason: string): Promise<never> {
  await server.stop();
  throw diagnose(dataDirectory, server.lines(), reason);
}

const namedDirectory = async (url: string): Promise<unknown> =>
  withClient(url, async (client) => {
    const { rows } = await client.query('SHOW data_directory');
    return rows[0]?.['data_directory'];
  });
