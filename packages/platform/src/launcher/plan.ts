import { SUBGRAPHS } from '@mtg/subgraphs';
import { externalSubgraphUrl, type LauncherConfig } from '../config';
import { freePort } from '../process/ports';
import { GATEWAY, programOf } from '../project';
import type { LauncherArguments } from './arguments';

/** A process to start. */
export interface PartPlan {
  readonly name: string;
  readonly kind: 'subgraph' | 'gateway';
  /** Compiled program, run by this very Node. */
  readonly program: string;
  readonly host: string;
  readonly port: number;
  /** A database that somebody else runs; a subgraph without one gets an embedded one. */
  readonly databaseUrl?: string;
  /** The same database as its owner. */
  readonly ownerDatabaseUrl?: string;
  /** GraphQL URLs of the subgraphs, for the gateway. */
  readonly subgraphUrls?: ReadonlyMap<string, string>;
  /** Where the part says whether it is ready. */
  readonly readyPath: string;
}

export interface Plan {
  readonly dataDirectory: string;
  /** Subgraphs in the order of the list, the gateway last. */
  readonly parts: readonly PartPlan[];
}

/** Only the gateway is for others: the subgraphs trust who calls them. */
const SUBGRAPH_HOST = '127.0.0.1';

export async function makePlan(
  given: LauncherArguments,
  config: LauncherConfig,
  dataDirectory: string,
): Promise<Plan> {
  const taken = new Set<number>();
  const chosen = SUBGRAPHS.filter(({ name }) => given.parts.includes(name));
  const parts: PartPlan[] = [];
  for (const { name, port } of chosen) {
    parts.push({
      name,
      kind: 'subgraph',
      program: programOf(name),
      host: SUBGRAPH_HOST,
      port: given.freePorts ? await anotherFreePort(taken) : port,
      ...config.databases.get(name),
      readyPath: '/readyz',
    });
  }
  if (given.parts.includes(GATEWAY)) {
    const port = given.port ?? config.port;
    parts.push({
      name: GATEWAY,
      kind: 'gateway',
      program: programOf(GATEWAY),
      host: given.host,
      port: port === 0 ? await anotherFreePort(taken) : port,
      subgraphUrls: subgraphUrls(parts),
      // The gateway is ready only with every subgraph; without those left out it can at best be alive.
      readyPath: chosen.length === SUBGRAPHS.length ? '/readyz' : '/healthz',
    });
  }
  return { dataDirectory, parts };
}

/** Subgraphs that are not started here are where the environment says, or else where the list says. */
function subgraphUrls(started: readonly PartPlan[]): ReadonlyMap<string, string> {
  const urls = new Map<string, string>();
  for (const { name, port: listed } of SUBGRAPHS) {
    const part = started.find((candidate) => candidate.name === name);
    if (!part && externalSubgraphUrl(name) !== undefined) continue;
    urls.set(name, `http://${SUBGRAPH_HOST}:${part?.port ?? listed}/graphql`);
  }
  return urls;
}

async function anotherFreePort(taken: Set<number>): Promise<number> {
  let port = await freePort();
  while (taken.has(port)) port = await freePort();
  taken.add(port);
  return port;
}

/** The address at which a program on this machine reaches a part. */
export const localUrl = ({ host, port }: PartPlan, path = ''): string => {
  const reachable = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}${path}`;
};
