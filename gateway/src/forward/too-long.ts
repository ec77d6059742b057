import { errorBodyAt } from '@mtg/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';

const RETRY_AFTER_SECONDS = 60;

const MESSAGE =
  '答复未能在时限内开始：请收窄条件、减少排序，或用 POST /bi/jobs 在后台生成文件 · The answer has not begun in time. Narrow the filter, sort less, or have the file made in the background (POST /bi/jobs)';

/** Answers a request that the program for analysis took too long for. */
export const refuseTooLong = ({ id: requestId, url }: FastifyRequest, reply: FastifyReply): FastifyReply =>
  reply
    .code(503)
    .header('retry-after', RETRY_AFTER_SECONDS)
    .send(errorBodyAt(url, 'SUBGRAPH_UNAVAILABLE', MESSAGE, { requestId }));
