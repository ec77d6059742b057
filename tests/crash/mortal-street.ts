import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, type Cluster, type ClusterOptions } from '@mtg/platform';
import { copyCluster, makeDataFolder } from '../support/data-folder';
import { ROOT } from '../support/project';
import { AUDIENCE, ISSUER } from '../support/tokens';
import { eventually } from '../support/wait';
import { endProgram, MortalProgram, Output, startIssuer, startProgram } from './mortal-program';

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

  const issuer = await startIssuer();
  const output = new Output();
  const subgraphPort = await freePort();
  const subgraph = new MortalProgram(() =>
    startProgram(
      'subgraphs/dayu/dist/main.js',
      {
        PORT: String(subgraphPort),
        DATABASE_URL: cluster.runtimeUrl('dayu'),
        DATABASE_OWNER_URL: cluster.url('dayu'),
        OIDC_ISSUER: ISSUER,
        OIDC_AUDIENCE: AUDIENCE,
        JWKS_URL: issuer.jwksUrl,
      },
      output,
    ),
  );
  const subgraphUrl = `http://127.0.0.1:${subgraphPort}/graphql`;
  const gatewayPort = await freePort();
  const gateway = startProgram(
    'gateway/dist/main.js',
    { PORT: String(gatewayPort), SUBGRAPH_DAYU_URL: subgraphUrl },
    output,
  );
  await eventually('the gateway reaches the street', () => reaches(gatewayPort), 60_000);

  return {
    gatewayUrl: `http://127.0.0.1:${gatewayPort}/graphql`,
    subgraphUrl,
    ownerUrl: cluster.url('dayu'),
    output: () => String(output),
    killSubgraph: () => subgraph.kill(),
    killPostgres: async () => {
      const ended = new Promise<void>((resolve) => cluster.onExit(() => resolve()));
      process.kill(cluster.pid, 'SIGKILL');
      await ended;
      cluster = await startCluster({ ...clusterOptions, port: databasePort });
    },
    stop: async () => {
      await endProgram(gateway, 'SIGTERM');
      await subgraph.stop();
      issuer.stop();
      await cluster.stop({ force: true });
      rmSync(folder, { recursive: true, force: true });
    },
  };
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
