import { ApolloGateway } from '@apollo/gateway';
import type { Logger } from '@mtg/service-kit';
import { buildASTSchema, parse, type GraphQLSchema } from 'graphql';
import { disableVendorTelemetry } from './config';
import { PlanCache } from './plan-cache';
import { checkScalars } from './scalars';
import { SubgraphDataSource } from './subgraph/data-source';
import type { SubgraphEndpoint } from './subgraph/endpoint';
import { SubgraphTransport } from './subgraph/transport';
import { unusableSupergraph } from './supergraph-file';

/** Distinct operations whose plans are kept; a client has some dozens. */
const PLANS = 300;

/** The federation gateway and the connections it uses. */
export interface Federation {
  readonly gateway: ApolloGateway;
  /** The supergraph, with its join directives. */
  readonly schema: GraphQLSchema;
  readonly plans: PlanCache;
  /** By the subgraph's name. */
  readonly transports: ReadonlyMap<string, SubgraphTransport>;
}

/**
 * Loads a supergraph and connects it with where its subgraphs answer. No subgraph needs to be up for that.
 *
 * @throws ConfigurationError when the supergraph is damaged or names a subgraph that is not in the list
 */
export function createFederation(
  supergraphSdl: string,
  subgraphs: readonly SubgraphEndpoint[],
  logger: Logger,
): Federation {
  disableVendorTelemetry();
  const schema = readSupergraph(supergraphSdl);
  const transports = new Map(
    subgraphs.map((each) => [
      each.name,
      new SubgraphTransport(each.url, each.timeoutMs, each.maxResponseBytes),
    ]),
  );
  const plans = new PlanCache(PLANS);
  const gateway = new ApolloGateway({
    supergraphSdl,
    // What it says at "info" is about itself, in English only.
    logger: logger.child({}, { level: quieter(logger.level) }),
    // Otherwise a request header shows the plan to anyone, unless NODE_ENV happens to be "production".
    __exposeQueryPlanExperimental: false,
    queryPlannerConfig: { exposeDocumentNodeInFetchNode: true, cache: plans },
    buildService: ({ name }) => {
      const endpoint = subgraphs.find((each) => each.name === name);
      const transport = transports.get(name);
      if (!endpoint || !transport) {
        throw unusableSupergraph(
          `超图中的子图 "${name}" 不在子图清单中 · the subgraph "${name}" of the supergraph is not in the list of subgraphs`,
        );
      }
      return new SubgraphDataSource(endpoint, transport, schema, logger);
    },
  });
  gateway.onSchemaLoadOrUpdate(({ apiSchema }) => checkScalars(apiSchema));
  return { gateway, schema, plans, transports };
}

const quieter = (level: string): string => (level === 'info' ? 'warn' : level);

function readSupergraph(supergraphSdl: string): GraphQLSchema {
  try {
    return buildASTSchema(parse(supergraphSdl), { assumeValid: true, assumeValidSDL: true });
  } catch (error) {
    throw unusableSupergraph(`超图文件已损坏 · the supergraph is damaged: ${String(error)}`);
  }
}
