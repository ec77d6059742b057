import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { freePort, type Cluster, type ClusterOptions } from '@mtg/platform';
import { copyCluster, makeDataFolder } from '../support/data-folder';
import { ROOT } from '../support/project';
import { childEnvironment } from '../support/test-database';
import { AUDIENCE, ISSUER, publicKeys } from '../support/tokens';
import { eventually } from '../support/wait';

/** A street with its database and the gateway, as processes of their own, and ways to kill two of them. */
export interface MortalStreet {
  readonly gatewayUrl: string;
  readonly subgraphUrl: string;
  /** The database, as its owner. */
  readonly ownerUrl: string;
  /** kill -9, and a new process at once, on the same port. */
  killSubgraph(): Promise<void>;
  /** kill -9 of the postmaster, and a new one over the same files. */
  killPostgres(): Promise<void>;
  /** The last lines that the programs wrote. */
  output(): string;
  stop(): Promise<void>;
}

const RESTART_MS = 50;

/** The launcher would wait longer and longer before each restart, which is right, and takes too long here. */
export async function startMortalStreet(): Promise<MortalStreet> {
  const folder = makeDataFolder('crash');
  // The compiled supervisor, whose guardian is a program of its own.
  const { startCluster } = require(join(ROOT, 'packages/platform/dist')) as {
    startCluster: (options: ClusterOptions) => Promise<Cluster>;
  };
  copyCluster(join(folder, 'postgres'));
  const clusterOptions = { name: 'dayu', directory: join(folder, 'postgres'), databases: ['dayu'] };
  let cluster = await startCluster(clusterOptions);
  const { port: databasePort } = cluster;

  const keys = JSON.stringify(await publicKeys());
  const issuer = createServer((_request, response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(keys),
  ).listen(0, '127.0.0.1');
  await once(issuer, 'listening');

  let output = '';
  const run = (program: string, variables: Record<string, string>): ChildProcess => {
    const child = spawn(process.execPath, [join(ROOT, program)], {
      cwd: ROOT,
      // As the launcher runs its parts.
      env: childEnvironment({ HOST: '127.0.0.1', LOG_LEVEL: 'warn', NODE_ENV: 'production', ...variables }),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const remember = (chunk: Buffer) => (output = `${output}${chunk.toString()}`.slice(-8000));
    child.stdout?.on('data', remember);
    child.stderr?.on('data', remember);
    return child;
  };

  const subgraphPort = await freePort();
  const startSubgraph = () =>
    run('subgraphs/dayu/dist/main.js', {
      PORT: String(subgraphPort),
      DATABASE_URL: cluster.runtimeUrl('dayu'),
      DATABASE_OWNER_URL: cluster.url('dayu'),
      OIDC_ISSUER: ISSUER,
      OIDC_AUDIENCE: AUDIENCE,
      JWKS_URL: `http://127.0.0.1:${(issuer.address() as AddressInfo).port}/jwks.json`,
    });
  let subgraph: ChildProcess;
  let stopping = false;
  // As the launcher does: a start that the loss of the database cuts short is tried again.
  const keepSubgraph = (): void => {
    if (stopping) return;
    const started = startSubgraph();
    subgraph = started;
    started.once('exit', () => setTimeout(keepSubgraph, RESTART_MS));
  };
  keepSubgraph();
  const subgraphUrl = `http://127.0.0.1:${subgraphPort}/graphql`;
  const gatewayPort = await freePort();
  const gateway = run('gateway/dist/main.js', {
    PORT: String(gatewayPort),
    SUBGRAPH_DAYU_URL: subgraphUrl,
  });
  await eventually('the gateway reaches the street', () => reaches(gatewayPort), 60_000);

  return {
    gatewayUrl: `http://127.0.0.1:${gatewayPort}/graphql`,
    subgraphUrl,
    ownerUrl: cluster.url('dayu'),
    output: () => output,
    killSubgraph: () => end(subgraph, 'SIGKILL'),
    killPostgres: async () => {
      const ended = new Promise<void>((resolve) => cluster.onExit(() => resolve()));
      process.kill(cluster.pid, 'SIGKILL');
      await ended;
      cluster = await startCluster({ ...clusterOptions, port: databasePort });
    },
    stop: async () => {
      stopping = true;
      await end(gateway, 'SIGTERM');
      await end(subgraph, 'SIGTERM');
      issuer.close();
      issuer.closeAllConnections();
      await cluster.stop({ force: true });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}

async function reaches(port: number): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ dayu { auditHead { sequence } } }' }),
  }).catch(() => undefined);
  const { data } = ((await answer?.json()) ?? {}) as { data?: { dayu?: { auditHead?: unknown } } };
  return data?.dayu?.auditHead !== undefined && data.dayu.auditHead !== null;
}
