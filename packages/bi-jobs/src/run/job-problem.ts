import { toldError, type ToldError } from '@mtg/bi-doors';
import type { JobProblem } from '../model/job';

/** Reasons for which a job is ended from without. */
export type Ending = 'TAKEN' | 'STOPPED' | 'FULL';

/** Ends the writing of a file. */
export class JobEnded extends Error {
  override readonly name = 'JobEnded';

  constructor(readonly ending: Ending) {
    super(ending);
  }
}

export const FULL: JobProblem = {
  code: 'STORAGE_FULL',
  message:
    '任务文件的总量已达上限，或磁盘已满。请缩小 filter、select，用 DELETE 移除不需要的任务，或请管理员调高 JOBS_MAX_MEGABYTES · All files of jobs together have reached their limit, or the disk is full. Reduce “filter” or “select”, remove jobs by DELETE, or ask the administrator to raise JOBS_MAX_MEGABYTES',
};

/** For a job whose program has ended while it ran, or which failed, again and again. */
export const GIVEN_UP: JobProblem = {
  code: 'INTERNAL_SERVER_ERROR',
  message:
    '多次未能完成，已放弃。请缩小 filter、select 后重新提交；仍不行请凭任务的 id 联系管理员 · It failed several times and was given up. Reduce “filter” or “select” and post it again. If that fails too, report the id of the job to the administrator',
};

/** The reason for which a job failed for good; undefined if another attempt may succeed. */
export function lastingProblem(error: unknown): JobProblem | undefined {
  if (isFull(error)) return FULL;
  const told = toldError(error);
  if (!told || mayPass(told)) return undefined;
  return { code: told.code, message: told.message };
}

/** A database that is away or busy may be back; a reader who wants no old rows is told of them. */
const mayPass = ({ status, extensions }: ToldError): boolean => status >= 500 && !('streets' in extensions);

const isFull = (error: unknown): boolean =>
  (error instanceof JobEnded && error.ending === 'FULL') ||
  (error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT'));
