import type { Doors } from '@mtg/bi-doors';
import type { JobFiles } from '../files/job-files';
import type { JobSettings } from '../settings';
import { beat, failJob, finishJob, releaseJob, type Claim } from '../store/claims';
import { bytesOfAll } from '../store/reader-jobs';
import { GIVEN_UP, JobEnded, lastingProblem } from './job-problem';
import { writeFile, type Written } from './write-file';

/** Attempts that may end with their program, or for a reason that may pass. */
const MOST_FAILURES = 3;

export interface Workshop {
  readonly doors: Doors;
  readonly files: JobFiles;
  readonly settings: Pick<JobSettings, 'mostBytes' | 'keepSeconds'>;
  /** Between two signs of life. */
  readonly beatMs: number;
}

/** Makes the file of a claimed job, and says in the database how that ended. */
export async function runJob(workshop: Workshop, claim: Claim, ended: AbortController): Promise<void> {
  const { doors, files, settings, beatMs } = workshop;
  const { pool, logger } = doors;
  const { job } = claim;
  const end = (error: JobEnded): void => ended.abort(error);
  try {
    if (job.failures >= MOST_FAILURES) return await failJob(pool, claim, GIVEN_UP, settings.keepSeconds);
    const file = await writeFile(doors, job, {
      path: files.partPath(job),
      signal: ended.signal,
      everyMs: beatMs,
      onProgress: (written) => void report(workshop, claim, written, end),
    });
    await report(workshop, claim, file, end);
    ended.signal.throwIfAborted();
    await files.complete(job);
    if (!(await finishJob(pool, claim, file, settings.keepSeconds))) await files.remove(job);
  } catch (error) {
    const cause: unknown = ended.signal.aborted ? ended.signal.reason : error;
    await files.remove(job);
    if (cause instanceof JobEnded && cause.ending === 'TAKEN') return;
    const problem = lastingProblem(cause);
    if (problem) return await failJob(pool, claim, problem, settings.keepSeconds);
    const stopped = cause instanceof JobEnded;
    if (!stopped) logger.error({ err: cause, jobId: job.id }, 'a job failed and is tried again');
    await releaseJob(pool, claim, !stopped);
  }
}

/** Says how far it is, and ends it if it is no longer this program's or the files have become too many. */
async function report(
  { doors: { pool, logger }, settings }: Workshop,
  claim: Claim,
  written: Written,
  end: (error: JobEnded) => void,
): Promise<void> {
  try {
    if (!(await beat(pool, claim, written))) end(new JobEnded('TAKEN'));
    else if ((await bytesOfAll(pool)) > settings.mostBytes) end(new JobEnded('FULL'));
  } catch (error) {
    // A database that is away for long gives the job to another program.
    logger.warn({ err: error, jobId: claim.job.id }, 'a job could not say how far it is');
  }
}
