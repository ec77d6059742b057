import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, type Cluster, type ClusterOptions } from '@mtg/platform';
import { Client } from 'pg';
import { copyCluster, makeDataFolder } from '../../support/data-folder';
import { ROOT } from '../../support/project';
import { AUDIENCE, ISSUER } from '../../support/tokens';
import { MortalProgram, Output, startIssuer, startProgram } from '../mortal-program';

export type Side = 'district' | 'dayu';

/** A district and a street as processes of their own, each over its database, and ways to kill them. */
export interface MortalBooks {
  readonly urls: Readonly<Record<Side, string>>;
  /** The databases, as their owners. */
  readonly query: (side: Side, text: string) => Promise<readonly Record<string, unknown>[]>;
  /** kill -9, and a new process at once, on the same port. */
  readonly kill: (side: Side) => Promise<void>;
  /** Ends all connections of the serving role. @returns how many were in a transaction */
  readonly terminate: (side: Side) => Promise<number>;
  readonly output: () => string;
  readonly stop: () => Promise<void>;
}

export async function startMortalBooks(): Promise<MortalBooks> {
  const folder = makeDataFolder('funds');
  // The compiled supervisor, whose guardian is a program of its own.
  const { startCluster } = require(join(ROOT, 'packages/platform/dist')) as {
    startCluster: (options: ClusterOptions) => Promise<Cluster>;
  };
  copyCluster(join(folder, 'postgres'));
  const databases = ['district', 'dayu'] as const;
  const cluster = await startCluster({ name: 'funds', directory: join(folder, 'postgres'), databases });
  const issuer = await startIssuer();
  const output = new Output();
  const ports = { district: await freePort(), dayu: await freePort() };
  const urls = {
    district: `http://127.0.0.1:${ports.district}/graphql`,
    dayu: `http://127.0.0.1:${ports.dayu}/graphql`,
  };
  const program = (side: Side, others: Readonly<Record<string, string>>): MortalProgram =>
    new MortalProgram(() =>
      startProgram(
        `subgraphs/${side}/dist/main.js`,
        {
          PORT: String(ports[side]),
          DATABASE_URL: cluster.runtimeUrl(side),
          DATABASE_OWNER_URL: cluster.url(side),
          OIDC_ISSUER: ISSUER,
          OIDC_AUDIENCE: AUDIENCE,
          JWKS_URL: issuer.jwksUrl,
          SWEEP_SECONDS: '1',
          ...others,
        },
        output,
      ),
    );
  const programs = {
    district: program('district', { AUDIT_URLS: `DAYU=${urls.dayu}` }),
    dayu: program('dayu', { DISTRICT_URL: urls.district }),
  };
  const connect = async (side: Side): Promise<Client> => {
    const client = new Client({ connectionString: cluster.url(side) });
    await client.connect();
    return client;
  };
  const clients = { district: await connect('district'), dayu: await connect('dayu') };
  const query: MortalBooks['query'] = async (side, text) =>
    (await clients[side].query<Record<string, unknown>>(text)).rows;
  return {
    urls,
    query,
    kill: (side) => programs[side].kill(),
    terminate: async (side) => {
      const ended = await query(
        side,
        `SELECT pg_terminate_backend(pid), xact_start IS NOT NULL AS in_transaction FROM pg_stat_activity
         WHERE datname = current_database() AND usename <> current_user`,
      );
      return ended.filter((each) => each['in_transaction'] === true).length;
    },
    output: () => String(output),
    stop: async () => {
      await Promise.all([programs.district.stop(), programs.dayu.stop()]);
      await Promise.all([clients.district.end(), clients.dayu.end()]);
      issuer.stop();
      await cluster.stop({ force: true });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
