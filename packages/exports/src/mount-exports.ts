import { sendRefusal, type Doors } from '@mtg/bi-doors';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { answerExport } from './answer/answer-export';
import { answerList } from './list/answer-list';

type Answer = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

/** Mounts `GET /bi/{dataset}.{format}` and the list of datasets, `GET /bi/datasets.json`. */
export function mountExports(app: FastifyInstance, doors: Doors): void {
  const guarded =
    (answer: Answer): Answer =>
    async (request, reply) => {
      try {
        return await answer(request, reply);
      } catch (error) {
        return sendRefusal(error, request, reply);
      }
    };
  app.route({
    method: ['GET', 'HEAD'],
    url: '/bi/datasets.json',
    handler: guarded((request, reply) => answerList(doors, request, reply)),
  });
  app.route({
    method: ['GET', 'HEAD'],
    url: '/bi/:file',
    handler: guarded((request, reply) => answerExport(doors, request, reply)),
  });
}
