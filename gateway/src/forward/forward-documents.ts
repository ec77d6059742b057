import type { Logger } from '@mtg/service-kit';
import type { FastifyInstance } from 'fastify';
import type { SubgraphEndpoint } from '../subgraph/endpoint';
import { StreetDoors } from './street-doors';

/** Documents of one street; its own server has the same without the street. */
export const DOCUMENTS_ROUTE = '/documents/:street/:kind/:file';

/** A document is laid out on the thread that answers a street's queries: a few at a time leave it free. */
const CONNECTIONS = 4;

/** Forwards `/documents/{street}/…` to the server of the street, by its name or code. */
export function forwardDocuments(
  app: FastifyInstance,
  subgraphs: readonly SubgraphEndpoint[],
  answerMs: number,
  logger: Logger,
): void {
  const doors = new StreetDoors(app, subgraphs, { connections: CONNECTIONS, answerMs }, logger);
  app.get<{ Params: { street: string } }>(DOCUMENTS_ROUTE, { compress: false }, (request, reply) => {
    const path = (request.raw.url ?? '/').replace(/^\/documents\/[^/]*/, '/documents');
    return doors.forward(request.params.street, { path }, request, reply);
  });
}
