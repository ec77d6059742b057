import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLogger } from '@mtg/service-kit';
import { FEDERATED } from '@mtg/subgraphs';
import { startGateway, type Gateway } from '../../gateway/src';
import { ROOT } from './project';
import type { TestSubgraph } from './test-subgraph';

/** The supergraph as it is committed; `npm run check:generated` compares it with the sources. */
export const committedSupergraph = (): string =>
  readFileSync(join(ROOT, 'gateway/supergraph.graphql'), 'utf8');

/** A gateway with one street behind it, and the district if given. The others are not queried. */
export function startGatewayBefore(
  { address }: TestSubgraph,
  district: Pick<TestSubgraph, 'address'> = { address },
): Promise<Gateway> {
  return startGateway({
    supergraphSdl: committedSupergraph(),
    subgraphs: FEDERATED.map((listing) => ({
      name: listing.name,
      title: listing.title,
      url: `${listing.kind === 'street' ? address : district.address}/graphql`,
      timeoutMs: 10_000,
      ...(listing.kind === 'street' && { street: listing.code }),
    })),
    host: '127.0.0.1',
    port: 0,
    logger: createLogger('gateway', 'silent'),
    introspection: true,
  });
}
