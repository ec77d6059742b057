import type { Pool } from 'pg';
import type { Job, JobFreshness, JobProblem } from '../model/job';
import { HAS_READER, JOB_COLUMNS } from './columns';

/** A program whose jobs have had no sign of life for so long has ended. */
const LOST_AFTER_SECONDS = 20;

/** Time that passes before another attempt, for each that failed. */
const PAUSE_SECONDS = 2;

/** A job that this program makes, until another takes it over or it is removed. */
export interface Claim {
  readonly job: Job;
  /** Of this program, from its start to its end. */
  readonly runner: string;
}

/** A file that is complete. */
export interface FinishedFile {
  readonly rows: number;
  readonly bytes: number;
  readonly digest: string;
  readonly position: string;
  readonly freshness: readonly JobFreshness[];
}

const HELD = 'job.id = $1 AND job.runner = $2 AND job.attempt = $3 AND job.state = $4';
const held = ({ job, runner }: Claim): unknown[] => [job.id, runner, job.attempt, 'RUNNING'];

/**
 * Takes the next job: a queued one, or one whose program has ended. Readers come in turn, so that many jobs of one do not keep
 * the others waiting. Programs that ask at the same time get different ones.
 */
export async function claimJob(pool: Pool, runner: string): Promise<Claim | undefined> {
  const { rows } = await pool.query<Job>(
    `UPDATE warehouse.job AS job SET state = 'RUNNING', runner = $1, attempt = attempt + 1, started_at = now(), beat_at = now(),
       failures = failures + (state = 'RUNNING')::int, rows = 0, bytes = 0
     WHERE id = (SELECT id FROM warehouse.job AS job
       WHERE ${HAS_READER} AND CASE state WHEN 'QUEUED' THEN failures = 0 OR beat_at < now() - failures * interval '${PAUSE_SECONDS} s'
         WHEN 'RUNNING' THEN beat_at < now() - interval '${LOST_AFTER_SECONDS} s' ELSE false END
       ORDER BY (SELECT count(*) FROM warehouse.job AS other
         WHERE other.subject = job.subject AND other.state IN ('RUNNING', 'DONE') AND other.id <> job.id), created_at
       LIMIT 1 FOR UPDATE SKIP LOCKED)
     RETURNING ${JOB_COLUMNS}`,
    [runner],
  );
  return rows[0] && { job: rows[0], runner };
}

/** Gives a sign of life, and says how far a job is. @returns false if it is no longer this program's */
export async function beat(
  pool: Pool,
  claim: Claim,
  { rows, bytes }: { readonly rows: number; readonly bytes: number },
): Promise<boolean> {
  const { rowCount } = await pool.query(
    `UPDATE warehouse.job AS job SET beat_at = now(), rows = greatest(rows, $5), bytes = $6 WHERE ${HELD} AND ${HAS_READER}`,
    [...held(claim), rows, bytes],
  );
  return rowCount === 1;
}

/** @returns false if the job is no longer this program's: its file must go */
export async function finishJob(
  pool: Pool,
  claim: Claim,
  { rows, bytes, digest, position, freshness }: FinishedFile,
  keepSeconds: number,
): Promise<boolean> {
  const { rowCount } = await pool.query(
    `UPDATE warehouse.job AS job SET state = 'DONE', runner = NULL, finished_at = now(), expires_at = now() + $5 * interval '1 s',
       rows = $6, bytes = $7, digest = $8, position = $9, freshness = $10 WHERE ${HELD}`,
    [...held(claim), keepSeconds, rows, bytes, digest, position, JSON.stringify(freshness)],
  );
  return rowCount === 1;
}

export async function failJob(
  pool: Pool,
  claim: Claim,
  problem: JobProblem,
  keepSeconds: number,
): Promise<void> {
  await pool.query(
    `UPDATE warehouse.job AS job SET state = 'FAILED', runner = NULL, finished_at = now(), expires_at = now() + $5 * interval '1 s',
       bytes = 0, problem = $6 WHERE ${HELD}`,
    [...held(claim), keepSeconds, JSON.stringify(problem)],
  );
}

/** Puts a job back into the queue. @param failed counts it as a failure */
export async function releaseJob(pool: Pool, claim: Claim, failed: boolean): Promise<void> {
  await pool.query(
    `UPDATE warehouse.job AS job SET state = 'QUEUED', runner = NULL, beat_at = now(), rows = 0, bytes = 0, failures = failures + $5 WHERE ${HELD}`,
    [...held(claim), failed ? 1 : 0],
  );
}
