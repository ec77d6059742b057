import { refuse } from '@mtg/service-kit';
import type { DataSource } from 'typeorm';
import type { ChainHead } from './append';

/** More than a witness compares at once. */
export const MOST_HASHES = 20;

/**
 * Hashes of some entries, by one statement. Open to everybody: a hash tells nothing of its entry.
 *
 * @throws PublicError BAD_USER_INPUT for too many, or what is no number of an entry
 */
export async function readHashes(database: DataSource, sequences: readonly string[]): Promise<ChainHead[]> {
  if (sequences.length > MOST_HASHES) {
    throw refuse.badArgument('sequences', {
      zh: `须不超过 ${MOST_HASHES} 个`,
      en: `must be at most ${MOST_HASHES} numbers`,
    });
  }
  if (!sequences.every((each) => /^\d{1,18}$/.test(each))) {
    throw refuse.badArgument('sequences', {
      zh: '须为 1 到 18 位数字',
      en: 'must be numbers of 1 to 18 digits',
    });
  }
  if (sequences.length === 0) return [];
  return database.query(
    'SELECT sequence, hash FROM audit_entry WHERE sequence = ANY ($1::bigint[]) ORDER BY sequence',
    [sequences],
  );
}
