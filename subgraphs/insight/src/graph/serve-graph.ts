import { databaseRefusal, type Doors } from '@mtg/bi-doors';
import { createErrorMask, mountGraphQL } from '@mtg/service-kit';
import { createSubgraphApollo } from '@mtg/subgraph-kit';
import type { FastifyInstance } from 'fastify';
import { oneByOne, type GraphContext } from './answers/context';
import { insightSchema } from './insight-schema';

/** Settings of the subgraph. */
interface GraphSettings {
  /** Milliseconds that the gateway waits for an answer; 5000 by default. */
  readonly timeoutMs?: number;
  /** True if clients may query the schema (default false). */
  readonly introspection?: boolean;
}

const DEFAULT_TIMEOUT_MS = 5000;

/** Serves the federated part of the interface for analysts at `/graphql`. It ends with the server. */
export async function serveGraph(
  app: FastifyInstance,
  doors: Doors,
  { timeoutMs = DEFAULT_TIMEOUT_MS, introspection = false }: GraphSettings = {},
): Promise<void> {
  const { logger, authenticate } = doors;
  const apollo = createSubgraphApollo<GraphContext>({
    schema: insightSchema(doors),
    logger,
    introspection,
    formatError: createErrorMask(logger, databaseRefusal),
  });
  await apollo.start();
  app.addHook('onClose', () => apollo.stop());
  mountGraphQL(app, apollo, (request) => {
    let reader: ReturnType<Doors['authenticate']> | undefined;
    const deadline = Date.now() + Math.min(request.timeLeftMs ?? timeoutMs, timeoutMs);
    return {
      ...request,
      reader: () => (reader ??= authenticate(request.authorization)),
      inTurn: oneByOne(),
      timeLeft: () => deadline - Date.now(),
    };
  });
}
