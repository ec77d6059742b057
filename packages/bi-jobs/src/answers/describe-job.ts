import type { FastifyRequest } from 'fastify';
import type { JobsDoor } from '../jobs-door';
import { tagOf, type Job } from '../model/job';
import { countBefore } from '../store/reader-jobs';

/** A job as a client is told it. */
export interface DescribedJob {
  readonly body: Readonly<Record<string, unknown>>;
  /** Seconds after which it makes sense to ask again; undefined once nothing changes any more. */
  readonly retryAfter: number | undefined;
}

const LONGEST_WAIT = 30;
/** Hosts that can stand in an address. A proxy that is trusted says which one the client used. */
const HOST = /^[\w.-]+(?::\d+)?$|^\[[\da-f:.]+\](?::\d+)?$/i;

/** Describes a job, with a new link if its file is there. */
export async function describeJob(door: JobsDoor, job: Job, request: FastifyRequest): Promise<DescribedJob> {
  const { id, state, dataset, format, parameters, rows, bytes, createdAt, startedAt, finishedAt, expiresAt } =
    job;
  const retryAfter = waitFor(job);
  const download = state === 'DONE' ? await downloadOf(door, job, request) : undefined;
  const ahead = state === 'QUEUED' ? await countBefore(door.doors.pool, job) : undefined;
  return {
    retryAfter,
    body: {
      id,
      state,
      dataset,
      format,
      parameters,
      rows,
      expectedRows: state === 'DONE' ? rows : Math.max(rows, job.expectedRows),
      progress: progressOf(job),
      ahead,
      bytes,
      createdAt,
      startedAt,
      finishedAt,
      expiresAt,
      position: job.position,
      freshness: job.freshness,
      problem: job.problem,
      retryAfterSeconds: retryAfter,
      download,
    },
  };
}

/** Between 0 and 1. The estimate of the database is not to be the end of it. */
function progressOf({ state, rows, expectedRows }: Job): number {
  if (state === 'DONE') return 1;
  return expectedRows > 0 ? Math.min(0.99, Math.round((rows / expectedRows) * 100) / 100) : 0;
}

function waitFor({ state, rows, expectedRows, startedAt }: Job): number | undefined {
  if (state === 'QUEUED') return 5;
  if (state !== 'RUNNING') return undefined;
  if (startedAt === null || rows === 0) return 1;
  const seconds = (Date.now() - startedAt.getTime()) / 1000;
  const left = (seconds / rows) * Math.max(0, expectedRows - rows);
  return Math.min(LONGEST_WAIT, Math.max(1, Math.ceil(left)));
}

async function downloadOf({ links, settings }: JobsDoor, job: Job, { protocol, host }: FastifyRequest) {
  const end = new Date(Date.now() + settings.linkSeconds * 1000);
  const expiresAt = job.expiresAt && job.expiresAt < end ? job.expiresAt : end;
  const path = await links.pathTo(job, expiresAt);
  return {
    url: HOST.test(host) ? `${protocol}://${host}${path}` : path,
    bytes: job.bytes,
    etag: tagOf(job),
    sha256: Buffer.from(job.digest ?? '', 'base64').toString('hex'),
    expiresAt,
  };
}
