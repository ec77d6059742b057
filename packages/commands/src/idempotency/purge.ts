import { LessThan, type DataSource } from 'typeorm';
import { IdempotencyRecord } from './idempotency-record';

/** Twice the promised day, so that a client with a slow clock still finds its answer. */
const KEPT_MS = 48 * 3600 * 1000;

/** Deletes records that are too old for a retry. @returns their number */
export async function purgeIdempotencyRecords(database: DataSource, now: Date): Promise<number> {
  const kept = new Date(now.getTime() - KEPT_MS);
  const { affected } = await database.getRepository(IdempotencyRecord).delete({ at: LessThan(kept) });
  return affected ?? 0;
}
