import { setTimeout as sleep } from 'node:timers/promises';
import { PlatformFailure } from '../failure';
import type { Lock } from '../process/lock';
import type { Cluster, ClusterOptions } from './cluster-types';
import { createMissingDatabases } from './databases';
import { freePort, isPortFree } from '../process/ports';
import type { PreparedData } from './prepare-data';
import { checkDatabase, waitUntilReady } from './readiness';
import { connectionUrl, RunningCluster } from './running-cluster';
import { ServerProcess } from './server-process';

/** Ports to try when another process takes the chosen one first. */
const PORT_ATTEMPTS = 5;
/** After kill -9 of a server its connections need a moment to notice and let go of the memory they share. */
const MEMORY_ATTEMPTS = 40;
const MEMORY_PAUSE_MS = 250;

/** Starts the server on a port that is free, trying again where a second attempt can succeed. */
export async function startServer(
  options: ClusterOptions,
  prepared: PreparedData,
  lock: Lock,
): Promise<Cluster> {
  const left = { 'port-taken': PORT_ATTEMPTS, 'memory-in-use': MEMORY_ATTEMPTS };
  options.onStep?.('starting');
  for (;;) {
    const port = options.port ?? (await choosePort(prepared));
    try {
      const server = await startOnce(options, prepared, port);
      prepared.directory.rememberPort(port, prepared.user);
      options.onStep?.('ready');
      return new RunningCluster(options.name, port, prepared, server, lock);
    } catch (error) {
      const kind = error instanceof PlatformFailure ? error.kind : undefined;
      if (kind !== 'port-taken' && kind !== 'memory-in-use') throw error;
      left[kind] -= 1;
      if (left[kind] <= 0 || (kind === 'port-taken' && options.port !== undefined)) throw error;
      if (kind === 'memory-in-use') await sleep(MEMORY_PAUSE_MS);
    }
  }
}

async function choosePort({ directory }: PreparedData): Promise<number> {
  const last = directory.lastPort;
  return last !== undefined && (await isPortFree(last)) ? last : freePort();
}

async function startOnce(
  options: ClusterOptions,
  prepared: PreparedData,
  port: number,
): Promise<ServerProcess> {
  const { directory, native, user, password, strangerPid } = prepared;
  options.signal?.throwIfAborted();
  const dataDirectory = directory.data;
  const server = await ServerProcess.start({
    native,
    dataDirectory,
    port,
    user,
    strangerPid,
    onLine: options.log,
  });
  const giveUp = () => void server.stop();
  options.signal?.addEventListener('abort', giveUp);
  try {
    const adminUrl = connectionUrl(port, password, 'postgres');
    await waitUntilReady(server, adminUrl, dataDirectory);
    await createMissingDatabases(adminUrl, options.databases);
    for (const database of options.databases) {
      await checkDatabase(server, connectionUrl(port, password, database), dataDirectory);
    }
    return server;
  } catch (error) {
    await server.stop();
    throw error;
  } finally {
    options.signal?.removeEventListener('abort', giveUp);
  }
}
