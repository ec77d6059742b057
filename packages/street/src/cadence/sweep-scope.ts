import type { TransactionManager } from '@mtg/commands';
import type { LocalDay } from '@mtg/governance';
import { FIRST_DAYS } from './first-days';

/** Periods that a sweep examines: none where nothing can have changed, the recent ones, or all. */
export type SweepScope = 'NONE' | 'RECENT' | 'ALL';

/** State of a street at a sweep: its last audit entry, and what else judgements rest on. */
interface Seen {
  readonly sequence: string;
  readonly surroundings: string;
}

type Database = Pick<TransactionManager, 'query'>;

/**
 * Tells by the audit trail what a sweep has to look at. All periods are examined by the first sweep of a process, on each new
 * day, when the district says something else, when the platform itself wrote, and when a command changed what happened before
 * the recent periods, such as a late record. Other commands concern the recent periods alone.
 */
export class SweepScopes {
  #seen: Seen | undefined;

  /** @param surroundings the day, and what the district said */
  async scopeOf(
    database: Database,
    surroundings: readonly unknown[],
    recent: LocalDay,
  ): Promise<{ readonly scope: SweepScope; readonly seen: Seen }> {
    const [last]: readonly { sequence: string }[] = await database.query(
      'SELECT coalesce(max(sequence), 0)::text AS sequence FROM audit_entry',
    );
    const seen = { sequence: last?.sequence ?? '0', surroundings: JSON.stringify(surroundings, listed) };
    const before = this.#seen;
    if (before?.surroundings !== seen.surroundings) return { scope: 'ALL', seen };
    const acts: readonly { isOwn: boolean; targets: readonly string[] }[] = await database.query(
      `SELECT role IS NULL AS "isOwn", targets FROM audit_entry
       WHERE sequence > $1 AND outcome = 'ALLOWED' AND command <> 'checkCadence'`,
      [before.sequence],
    );
    if (acts.length === 0) return { scope: 'NONE', seen };
    const isOld =
      acts.some(({ isOwn }) => isOwn) ||
      (await changesBefore(
        database,
        recent,
        acts.flatMap(({ targets }) => targets),
      ));
    return { scope: isOld ? 'ALL' : 'RECENT', seen };
  }

  /** Remembers what was seen by a sweep that was carried out. */
  swept(seen: Seen | undefined): void {
    this.#seen = seen;
  }
}

/** True if one of these rows is about a day before the recent periods. */
async function changesBefore(database: Database, recent: LocalDay, ids: readonly string[]): Promise<boolean> {
  const old = Object.entries(FIRST_DAYS).map(
    ([table, day]) => `EXISTS (SELECT FROM ${table} AS r WHERE r.id = ANY ($1) AND (${day}) < $2::date)`,
  );
  const [row]: readonly { found: boolean }[] = await database.query(`SELECT ${old.join(' OR ')} AS found`, [
    ids,
    recent,
  ]);
  return row?.found ?? true;
}

/** Maps and sets as lists, which JSON leaves out otherwise. */
const listed = (_: string, value: unknown): unknown =>
  value instanceof Map || value instanceof Set ? [...(value as Iterable<unknown>)] : value;
