import type { PartStatus } from '@mtg/service-kit';
import { withinDeadline } from './subgraph/deadline';
import type { SubgraphTransport } from './subgraph/transport';

/** Short, since readiness probes repeat soon. */
const LIMIT_MS = 2000;

/** Asks every subgraph at the same time whether it is ready, and what it says needs attention. */
export const checkSubgraphs = (transports: ReadonlyMap<string, SubgraphTransport>): Promise<PartStatus[]> =>
  Promise.all(
    [...transports].map(async ([name, transport]) => ({
      name,
      ...(await withinDeadline(LIMIT_MS, undefined, (signal) => transport.readiness(signal)).catch(() => ({
        ready: false,
      }))),
    })),
  );
