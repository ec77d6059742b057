import { open, type FileHandle } from 'node:fs/promises';
import { namesTag, toldHeaders } from '@mtg/bi-doors';
import { contentTypeOf } from '@mtg/exports';
import { errorBody, refuse, type ErrorCodeName } from '@mtg/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { JobsDoor } from '../jobs-door';
import { fileName, tagOf, type Job } from '../model/job';
import { findJob } from '../store/reader-jobs';
import { byteRange, mayContinue } from './byte-range';

/** The address of a file: a job and its name, with the proof of the link. */
export interface FileAddress {
  readonly Params: { readonly id: string; readonly file: string };
  readonly Querystring: { readonly expires?: unknown; readonly signature?: unknown };
}

/** Answers with the file of a job, or the part that is asked for. The link is all that it takes. */
export async function answerFile(
  { doors, links, files }: JobsDoor,
  request: FastifyRequest<FileAddress>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { id, file } = request.params;
  const { expires, signature } = request.query;
  const state =
    typeof expires === 'string' && typeof signature === 'string'
      ? await links.stateOf(id, { expires, signature })
      : 'WRONG';
  if (state === 'WRONG') throw refuse.forbidden(WRONG_LINK);
  if (state === 'EXPIRED') return sendGone(reply, 'FORBIDDEN', EXPIRED_LINK);
  const job = await findJob(doors.pool, id);
  if (job && job.state !== 'DONE' && job.state !== 'EXPIRED') throw refuse.conflict(NOT_DONE);
  if (!job || job.state === 'EXPIRED' || fileName(job) !== file) return sendGone(reply, 'NOT_FOUND', NO_FILE);
  const opened = await openFile(files.path(job));
  if (!opened) return sendGone(reply, 'NOT_FOUND', NO_FILE);
  return send(job, opened, request, reply);
}

async function send(
  job: Job,
  file: FileHandle,
  { headers, method }: FastifyRequest<FileAddress>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const tag = tagOf(job);
  const { bytes: size } = job;
  reply.headers(headersOf(job, tag));
  if (namesTag(headers['if-none-match'], tag)) {
    await file.close();
    return reply.code(304).send();
  }
  const range =
    method === 'GET' && mayContinue(headers['if-range']?.toString(), tag)
      ? byteRange(headers.range, size)
      : undefined;
  if (range === null) {
    await file.close();
    return reply
      .code(416)
      .header('content-range', `bytes */${size}`)
      .removeHeader('content-disposition')
      .send();
  }
  const { start, end } = range ?? { start: 0, end: size - 1 };
  if (range) reply.code(206).header('content-range', `bytes ${start}-${end}/${size}`);
  reply.header('content-length', end - start + 1);
  if (method === 'HEAD' || size === 0) {
    await file.close();
    return reply.send();
  }
  return reply.send(file.createReadStream({ start, end }));
}

function headersOf(job: Job, tag: string): Readonly<Record<string, string>> {
  const freshness = (job.freshness ?? []).map(({ street, freshAt, stale }) => ({
    street,
    freshAt: freshAt === null ? null : new Date(freshAt),
    stale,
  }));
  return {
    ...toldHeaders(freshness, job.position ?? ''),
    'content-type': contentTypeOf(job.format),
    'content-disposition': `attachment; filename="${fileName(job)}"`,
    'accept-ranges': 'bytes',
    etag: tag,
    ...(job.finishedAt && { 'last-modified': job.finishedAt.toUTCString() }),
    // RFC 9530: what a client checks a file by that it has put together of parts.
    'repr-digest': `sha-256=:${job.digest}:`,
    'cache-control': 'private, no-cache',
  };
}

async function openFile(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path);
  } catch {
    return undefined;
  }
}

interface Sentence {
  readonly zh: string;
  readonly en: string;
}

const sendGone = (reply: FastifyReply, code: ErrorCodeName, { zh, en }: Sentence): FastifyReply =>
  reply.code(410).send(errorBody(code, `${zh} · ${en}`, { requestId: reply.request.id }));

const WRONG_LINK: Sentence = {
  zh: '下载链接不完整或有误；请用 GET /bi/jobs/{id} 取得完整的链接',
  en: 'The link is incomplete or wrong. Get the whole link by GET /bi/jobs/{id}',
};
const EXPIRED_LINK: Sentence = {
  zh: '下载链接已过期；请用 GET /bi/jobs/{id} 取得新的链接，可接着下载',
  en: 'The link has expired. Get a new one by GET /bi/jobs/{id}, and continue the download with it',
};
const NO_FILE: Sentence = {
  zh: '文件已不存在：已过期、已移除，或其密钥已失效；请用 POST /bi/jobs 重新提交',
  en: 'The file is gone: it has expired, was removed, or its key does not count any more. Post it again (POST /bi/jobs)',
};
const NOT_DONE: Sentence = {
  zh: '文件尚未完成；请用 GET /bi/jobs/{id} 查看进度',
  en: 'The file is not complete. GET /bi/jobs/{id} says how far it is',
};
