/** Columns of a job as the program names them. Numbers beyond 2^53 do not occur: they count rows and bytes. */
export const JOB_COLUMNS = `job.id, job.subject, job.key, job.street, job.dataset, job.format, job.parameters, job.state,
  job.created_at AS "createdAt", job.started_at AS "startedAt", job.finished_at AS "finishedAt", job.expires_at AS "expiresAt",
  job.attempt, job.failures, job.rows::float8 AS rows, job.expected_rows::float8 AS "expectedRows", job.bytes::float8 AS bytes,
  job.digest, job.position, job.freshness, job.problem`;

/** True for a job whose reader may still read: a key that has gone, expired or been replaced ends its jobs. */
export const HAS_READER = `(job.key IS NULL OR EXISTS (SELECT FROM warehouse.key AS key WHERE key.name = job.key
  AND key.revoked_at IS NULL AND key.expires_at > now() AND key.created_at <= job.created_at))`;
