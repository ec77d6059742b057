import { goneSignal, openSnapshot, type Reader } from '@mtg/bi-doors';
import { planFile } from '@mtg/exports';
import { errorBody, refuseForNow } from '@mtg/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { JobsDoor } from '../jobs-door';
import { readBody, type AskedJob } from '../request/read-body';
import { FULL } from '../run/job-problem';
import { bytesOfAll, insertJob } from '../store/reader-jobs';
import { describeJob } from './describe-job';

/** A full disk needs the files of others to go. */
const RETRY_SECONDS = 60;

/** Queues a job. What is asked is checked as an export checks it, and nothing is written if it is wrong. */
export async function answerCreate(
  door: JobsDoor,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { doors, settings, runner } = door;
  const reader = await doors.authenticate(request.headers.authorization);
  const job = readBody(doors.datasets, request.body);
  const expectedRows = await check(door, reader, job, goneSignal(reply));
  if ((await bytesOfAll(doors.pool)) >= settings.mostBytes) {
    return reply
      .code(507)
      .header('retry-after', RETRY_SECONDS)
      .send(errorBody(FULL.code, FULL.message, { requestId: request.id }));
  }
  const { dataset, format } = job.asked;
  const queued = await insertJob(
    doors.pool,
    reader,
    { dataset: dataset.name, format, parameters: job.parameters, expectedRows },
    settings,
  );
  if ('roomAfterSeconds' in queued) {
    const { roomAfterSeconds: seconds } = queued;
    return refuseForNow(
      reply,
      seconds,
      `您已有 ${settings.perReader} 个任务（含已完成、文件尚在的）。请用 DELETE /bi/jobs/{id} 移除一个；否则最早完成的约 ${seconds} 秒后让出位置 · You have ${settings.perReader} jobs, with those whose file is there. Remove one by DELETE /bi/jobs/{id}; else the one that ended first makes room in ${seconds} s`,
    );
  }
  runner.wake();
  const { body, retryAfter } = await describeJob(door, queued, request);
  return reply
    .code(202)
    .headers({
      location: `/bi/jobs/${queued.id}`,
      'cache-control': 'private, no-cache',
      ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
    })
    .send(body);
}

/** @returns rows that are to be expected */
async function check(
  { doors }: JobsDoor,
  reader: Reader,
  { asked }: AskedJob,
  gone: AbortSignal,
): Promise<number> {
  const { dataset, strict, filter } = asked;
  const snapshot = await openSnapshot(doors, reader, dataset, { gone, strict, filter });
  try {
    return (await planFile(snapshot, reader, asked)).expectedRows;
  } finally {
    await snapshot.end();
  }
}
