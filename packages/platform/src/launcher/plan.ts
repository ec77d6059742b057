import { DISTRICT, FEDERATED, INSIGHT, STREETS, SUBGRAPHS } from '@mtg/subgraphs';
import { externalSubgraphUrl, type LauncherConfig, type PartKind } from '../config';
import { ISSUER_PORT, issuerVariables, verifierVariables } from '../identity';
import { freePort } from '../process/ports';
import { COMMAND_LINE, GATEWAY, ISSUER, programOf } from '../project';
import type { LauncherArguments } from './arguments';

/** A process to start. */
export interface PartPlan {
  readonly name: string;
  readonly kind: PartKind;
  /** Compiled program, run by this very Node. */
  readonly program: string;
  readonly host: string;
  readonly port: number;
  /** An external database; a subgraph or the insight program without one gets an embedded one. */
  readonly databaseUrl?: string;
  /** The same database as its owner. */
  readonly ownerDatabaseUrl?: string;
  /** GraphQL URLs of the subgraphs, for the gateway. */
  readonly subgraphUrls?: ReadonlyMap<string, string>;
  /** Further environment variables of the part. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Where the part says whether it is ready. */
  readonly readyPath: string;
}

/** Sample data that are wanted besides. */
interface SamplePlan {
  /** The compiled `mtg`. */
  readonly program: string;
  /** Codes of the streets that start. */
  readonly streets: readonly string[];
}

export interface Plan {
  readonly dataDirectory: string;
  readonly sample?: SamplePlan;
  /** The issuer first if there is one, subgraphs in the order of the list, then the insight program, the gateway last. */
  readonly parts: readonly PartPlan[];
}

/** Only the gateway is for others. */
const SUBGRAPH_HOST = '127.0.0.1';

export async function makePlan(
  given: LauncherArguments,
  config: LauncherConfig,
  dataDirectory: string,
): Promise<Plan> {
  const taken = new Set<number>();
  const chosen = SUBGRAPHS.filter(({ name }) => given.parts.includes(name));
  const parts: PartPlan[] = [];
  // The gateway alone verifies no tokens.
  const issuer =
    config.externalIssuer || (chosen.length === 0 && !given.parts.includes(INSIGHT.name))
      ? undefined
      : issuerPlan(given.freePorts ? await anotherFreePort(taken) : ISSUER_PORT, dataDirectory);
  if (issuer) parts.push(issuer);
  for (const { name, port } of chosen) {
    parts.push({
      name,
      kind: 'subgraph',
      program: programOf(name),
      host: SUBGRAPH_HOST,
      port: given.freePorts ? await anotherFreePort(taken) : port,
      ...config.databases.get(name),
      ...(issuer && { variables: verifierVariables(localUrl(issuer)) }),
      readyPath: '/readyz',
    });
  }
  if (given.parts.includes(INSIGHT.name)) {
    parts.push({
      name: INSIGHT.name,
      kind: 'insight',
      program: programOf(INSIGHT.name),
      host: SUBGRAPH_HOST,
      port: given.freePorts ? await anotherFreePort(taken) : INSIGHT.port,
      ...config.databases.get(INSIGHT.name),
      ...(issuer && { variables: verifierVariables(localUrl(issuer)) }),
      readyPath: '/readyz',
    });
  }
  const urls = subgraphUrls(parts);
  for (const [index, part] of parts.entries()) {
    if (part.kind === 'subgraph') parts[index] = withNeighbours(part, urls);
  }
  if (given.parts.includes(GATEWAY)) {
    const port = given.port ?? config.port;
    parts.push({
      name: GATEWAY,
      kind: 'gateway',
      program: programOf(GATEWAY),
      host: given.host,
      port: port === 0 ? await anotherFreePort(taken) : port,
      subgraphUrls: urls,
      // The gateway is ready only with every subgraph; without those left out it can at best be alive.
      readyPath: FEDERATED.every(({ name }) => given.parts.includes(name)) ? '/readyz' : '/healthz',
    });
  }
  return { dataDirectory, parts, ...(given.sample && { sample: samplePlan(given.parts) }) };
}

const samplePlan = (parts: readonly string[]): SamplePlan => ({
  program: programOf(COMMAND_LINE),
  streets: STREETS.filter(({ name }) => parts.includes(name)).map(({ code }) => code),
});

const issuerPlan = (port: number, dataDirectory: string): PartPlan => ({
  name: ISSUER,
  kind: 'issuer',
  program: programOf(ISSUER),
  host: SUBGRAPH_HOST,
  port,
  variables: issuerVariables(dataDirectory),
  readyPath: '/readyz',
});

/** Subgraphs that are not started here are where the environment says, or else where the list says. */
function subgraphUrls(started: readonly PartPlan[]): ReadonlyMap<string, string> {
  const urls = new Map<string, string>();
  for (const { name, port: listed } of FEDERATED) {
    const part = started.find((candidate) => candidate.name === name);
    if (!part && externalSubgraphUrl(name) !== undefined) continue;
    urls.set(name, `http://${SUBGRAPH_HOST}:${part?.port ?? listed}/graphql`);
  }
  return urls;
}

/** A street asks the district whether an approval holds; the district asks the streets where their audit chains end. */
function withNeighbours(part: PartPlan, urls: ReadonlyMap<string, string>): PartPlan {
  const urlOf = (name: string) => urls.get(name) ?? externalSubgraphUrl(name);
  const districtUrl = urlOf(DISTRICT.name);
  const audited = STREETS.flatMap(({ name, code }) => {
    const url = urlOf(name);
    return url === undefined ? [] : [`${code}=${url}`];
  });
  const told: Readonly<Record<string, string>> =
    part.name === DISTRICT.name
      ? { AUDIT_URLS: audited.join(',') }
      : districtUrl === undefined
        ? {}
        : { DISTRICT_URL: districtUrl };
  return { ...part, variables: { ...part.variables, ...told } };
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

/** The address that people and other programs use: subgraphs and gateway speak GraphQL. */
export const publicUrl = (part: PartPlan): string =>
  part.kind === 'issuer' || part.kind === 'insight' ? localUrl(part) : localUrl(part, '/graphql');
