import type { Pool } from 'pg';
import { HAS_READER } from './columns';

/** Time that a job is listed as expired. */
const LISTED_FOR = '7 days';

/** An attempt at a job, by which its file is named. */
export interface Attempt {
  readonly id: string;
  readonly attempt: number;
}

/** Ends what has had its time: files become expired, and jobs go, those of keys that do not count any more at once. */
export async function expireJobs(pool: Pool): Promise<void> {
  await pool.query(
    `UPDATE warehouse.job SET state = 'EXPIRED', bytes = 0 WHERE state IN ('DONE', 'FAILED') AND expires_at <= now()`,
  );
  await pool.query(
    `DELETE FROM warehouse.job AS job WHERE NOT ${HAS_READER} OR (state = 'EXPIRED' AND expires_at <= now() - interval '${LISTED_FOR}')`,
  );
}

/** The attempts that have a file, or write one. */
export async function attemptsWithFile(pool: Pool): Promise<readonly Attempt[]> {
  const { rows } = await pool.query<Attempt>(
    `SELECT id, attempt FROM warehouse.job WHERE state IN ('RUNNING', 'DONE')`,
  );
  return rows;
}
