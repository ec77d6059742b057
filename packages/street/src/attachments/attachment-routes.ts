import type { MountRoutes } from '@mtg/subgraph-kit';
import type { FastifyRequest } from 'fastify';
import type { StreetIdentity } from '../foundation/street-profile';
import { giveAttachment } from './give-attachment';
import { takeUpload } from './take-upload';

/** Recognizes the request that brings a file, which may take long to arrive. */
export const bringsFile = ({ method = '', url = '' }: { method?: string; url?: string }): boolean =>
  method === 'POST' && /^\/attachments(?:$|[?])/.test(url);

/** Adds `POST /attachments?name=…`, which takes a file that `attachFile` then attaches, and `GET /attachments/{id}`. */
export const attachmentRoutes =
  (street: StreetIdentity): MountRoutes =>
  (app, services) => {
    app.get('/attachments/:id', (request: FastifyRequest<{ Params: { id: string } }>, reply) =>
      giveAttachment(street, services, request, reply),
    );
    // Bodies of this route alone are left as they come, whatever type they say.
    void app.register(async (scope) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
      scope.post('/attachments', (request, reply) => takeUpload(services, request, reply));
    });
  };
