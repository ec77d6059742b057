import { randomUUID } from 'node:crypto';
import { takeConnection, type Reader } from '@mtg/bi-doors';
import type { Pool, PoolClient } from 'pg';
import type { Job } from '../model/job';
import { HAS_READER, JOB_COLUMNS } from './columns';

/** A job as it is asked for. */
export type NewJob = Pick<Job, 'dataset' | 'format' | 'parameters' | 'expectedRows'>;

/** How many jobs a reader has, and how long a file is safe from making room. */
interface Room {
  readonly perReader: number;
  readonly linkSeconds: number;
}

/**
 * Queues a job. Where the reader has as many as may be, the one that ended longest ago makes room, once its first link has run out.
 *
 * @returns seconds until one makes room, where none does yet
 */
export async function insertJob(
  pool: Pool,
  { subject, key, street }: Reader,
  { dataset, format, parameters, expectedRows }: NewJob,
  { perReader, linkSeconds }: Room,
): Promise<Job | { readonly roomAfterSeconds: number }> {
  const client = await takeConnection(pool);
  try {
    await client.query('BEGIN');
    // Two requests of one reader: the second counts the first one's job.
    await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('job ' || $1, 0))`, [subject]);
    await client.query(
      `UPDATE warehouse.job SET state = 'EXPIRED', bytes = 0, expires_at = now() WHERE id IN (
         SELECT id FROM warehouse.job WHERE subject = $1 AND ${HAS_ENDED} AND finished_at <= now() - make_interval(secs => $3)
         ORDER BY finished_at LIMIT greatest(0, (SELECT count(*) FROM warehouse.job WHERE subject = $1 AND state <> 'EXPIRED') - $2 + 1))`,
      [subject, perReader, linkSeconds],
    );
    const { rows } = await client.query<Job>(
      `INSERT INTO warehouse.job AS job (id, subject, key, street, dataset, format, parameters, expected_rows)
       SELECT $1, $2, $3, $4, $5, $6, $7, $8
       WHERE (SELECT count(*) FROM warehouse.job WHERE subject = $2 AND state <> 'EXPIRED') < $9
       RETURNING ${JOB_COLUMNS}`,
      [
        randomUUID(),
        subject,
        key ?? null,
        street ?? null,
        dataset,
        format,
        JSON.stringify(parameters),
        expectedRows,
        perReader,
      ],
    );
    const [queued] = rows;
    const found = queued ?? { roomAfterSeconds: await roomAfter(client, subject, linkSeconds) };
    await client.query('COMMIT');
    client.release();
    return found;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

const HAS_ENDED = `state IN ('DONE', 'FAILED')`;

/** Seconds until a job that has ended makes room; of those that still run none can say so. */
async function roomAfter(client: PoolClient, subject: string, linkSeconds: number): Promise<number> {
  const { rows } = await client.query<{ seconds: number | null }>(
    `SELECT ceil(extract(epoch FROM min(finished_at) - now()))::int + $2 AS seconds FROM warehouse.job WHERE subject = $1 AND ${HAS_ENDED}`,
    [subject, linkSeconds],
  );
  return Math.max(1, rows[0]?.seconds ?? linkSeconds);
}

/** The jobs of a subject, the latest first. */
export async function listJobs(pool: Pool, subject: string): Promise<readonly Job[]> {
  const { rows } = await pool.query<Job>(
    `SELECT ${JOB_COLUMNS} FROM warehouse.job AS job WHERE subject = $1 AND ${HAS_READER} ORDER BY created_at DESC, id`,
    [subject],
  );
  return rows;
}

/** A job whose reader may still read. */
export async function findJob(pool: Pool, id: string): Promise<Job | undefined> {
  const { rows } = await pool.query<Job>(
    `SELECT ${JOB_COLUMNS} FROM warehouse.job AS job WHERE id = $1 AND ${HAS_READER}`,
    [id],
  );
  return rows[0];
}

/** Removes a job. The program that makes it notices. */
export async function deleteJob(pool: Pool, id: string): Promise<void> {
  await pool.query('DELETE FROM warehouse.job WHERE id = $1', [id]);
}

/** Number of jobs that come before a queued one. */
export async function countBefore(pool: Pool, { createdAt }: Job): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM warehouse.job WHERE state = 'RUNNING' OR (state = 'QUEUED' AND created_at < $1)`,
    [createdAt],
  );
  return rows[0]?.count ?? 0;
}

/** Bytes of all files, also of those that are being written. */
export async function bytesOfAll(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ bytes: number }>(
    `SELECT coalesce(sum(bytes), 0)::float8 AS bytes FROM warehouse.job WHERE state IN ('RUNNING', 'DONE')`,
  );
  return rows[0]?.bytes ?? 0;
}
