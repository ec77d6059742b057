import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import type { Logger } from '@mtg/service-kit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { SubgraphEndpoint } from '../subgraph/endpoint';
import { streamedBody } from './streamed-body';
import { StreetDoors } from './street-doors';

/** Where files of a street are uploaded and downloaded; its own server has the same without the street. */
const UPLOADS_ROUTE = '/attachments/:street';
const ATTACHMENT_ROUTE = '/attachments/:street/:id';
export const ATTACHMENT_ROUTES: readonly string[] = [UPLOADS_ROUTE, ATTACHMENT_ROUTE];

/** Files take long on slow lines, so there are more of them at a time than of documents. */
const CONNECTIONS = 32;

/** Pause after which a body counts as broken off. */
const PAUSE_MS = 60_000;

type OfStreet = FastifyRequest<{ Params: { street: string } }>;

/** Recognizes the request that brings a file, which may take long to arrive. */
export const bringsFile = ({ method = '', url = '' }: IncomingMessage): boolean =>
  method === 'POST' && /^\/attachments\/[^/?]+(?:$|[?])/.test(url);

/** Forwards `/attachments/{street}/…` to the server of the street; bodies pass as they come. */
export function forwardAttachments(
  app: FastifyInstance,
  subgraphs: readonly SubgraphEndpoint[],
  logger: Logger,
): void {
  const doors = new StreetDoors(app, subgraphs, { connections: CONNECTIONS, answerMs: PAUSE_MS }, logger);
  const pathOf = ({ raw }: FastifyRequest): string =>
    (raw.url ?? '/').replace(/^\/attachments\/[^/?]*/, '/attachments');
  const forward = (request: OfStreet, reply: FastifyReply, body?: Readable) =>
    doors.forward(request.params.street, { path: pathOf(request), ...(body && { body }) }, request, reply);
  app.get<{ Params: { street: string } }>(ATTACHMENT_ROUTE, { compress: false }, (request, reply) =>
    forward(request, reply),
  );
  // Bodies of this route alone are left as they come, whatever type they say.
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    scope.post<{ Params: { street: string } }>(UPLOADS_ROUTE, { compress: false }, async (request, reply) => {
      const answer = await forward(request, reply, streamedBody(request.raw));
      // What the street did not take is thrown away, so that the client gets to read why.
      request.raw.resume();
      return answer;
    });
  });
}
