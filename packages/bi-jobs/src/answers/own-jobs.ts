import type { Reader } from '@mtg/bi-doors';
import { refuse } from '@mtg/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { JobsDoor } from '../jobs-door';
import { isOf, type Job } from '../model/job';
import { deleteJob, findJob, listJobs } from '../store/reader-jobs';
import { describeJob } from './describe-job';

/** The address of a job. */
export interface JobAddress {
  readonly Params: { readonly id: string };
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Answers with the reader's jobs, the latest first. */
export async function answerList(
  door: JobsDoor,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const reader = await door.doors.authenticate(request.headers.authorization);
  const jobs = (await listJobs(door.doors.pool, reader.subject)).filter((job) => isOwn(door, job, reader));
  const described = await Promise.all(jobs.map((job) => describeJob(door, job, request)));
  return reply.header('cache-control', 'private, no-cache').send({ jobs: described.map(({ body }) => body) });
}

/** Answers with the state of a job. */
export async function answerState(
  door: JobsDoor,
  request: FastifyRequest<JobAddress>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const job = await ownJob(door, request);
  const { body, retryAfter } = await describeJob(door, job, request);
  if (retryAfter !== undefined) reply.header('retry-after', retryAfter);
  return reply.header('cache-control', 'private, no-cache').send(body);
}

/** Cancels a job, and removes its file. */
export async function answerDelete(
  door: JobsDoor,
  request: FastifyRequest<JobAddress>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const job = await ownJob(door, request);
  await deleteJob(door.doors.pool, job.id);
  door.runner.cancel(job.id);
  await door.files.remove(job);
  return reply.code(204).send();
}

/** @throws PublicError NOT_FOUND for one that is not there, and for those of others */
async function ownJob(door: JobsDoor, request: FastifyRequest<JobAddress>): Promise<Job> {
  const reader = await door.doors.authenticate(request.headers.authorization);
  const { id } = request.params;
  const job = UUID.test(id) ? await findJob(door.doors.pool, id) : undefined;
  if (job && isOwn(door, job, reader)) return job;
  throw refuse.unknown('id', {
    zh: `您没有任务“${id}”。请用 GET /bi/jobs 查看有哪些，或用 POST /bi/jobs 重新提交`,
    en: `You have no job “${id}”. List yours by GET /bi/jobs, or post it again (POST /bi/jobs)`,
  });
}

function isOwn({ doors }: JobsDoor, job: Job, reader: Reader): boolean {
  const dataset = doors.datasets.find(({ name }) => name === job.dataset);
  return dataset !== undefined && isOf(job, reader, dataset);
}
