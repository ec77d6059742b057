import { composeSupergraph } from '@mtg/composition';
import { createLogger } from '@mtg/service-kit';
import { buildFederatedSchema } from '@mtg/subgraph-kit';
import { SUBGRAPHS } from '@mtg/subgraphs';
import { startGateway, type Gateway } from '../../gateway/src';
import { DEFINITIONS } from './definitions';
import type { TestSubgraph } from './test-subgraph';

/** A gateway with one street behind it, and the district where it is given; of the others nobody is asked. */
export function startGatewayBefore(
  { address }: TestSubgraph,
  district: Pick<TestSubgraph, 'address'> = { address },
): Promise<Gateway> {
  const parts = DEFINITIONS.map((each) => ({
    name: each.name,
    url: 'http://127.0.0.1/graphql',
    sdl: buildFederatedSchema(each).sdl,
  }));
  return startGateway({
    supergraphSdl: composeSupergraph(parts).supergraphSdl,
    subgraphs: SUBGRAPHS.map((listing) => ({
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
