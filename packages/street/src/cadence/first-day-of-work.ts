import { localDay, type LocalDay } from '@mtg/governance';
import type { TableSet, TransactionManager } from '@mtg/commands';

/**
 * The day of the first command that was carried out on real work; undefined before it. Who tries the platform with sample
 * data has not begun to work. Real rows are never taken away, so that an entry whose rows are gone was about sample data.
 */
export async function firstDayOfWork(
  manager: TransactionManager,
  { tables }: TableSet,
): Promise<LocalDay | undefined> {
  const wrote = tables.map(
    ({ table }) => `EXISTS (SELECT FROM ${table.sqlName} WHERE id = ANY (entry.targets) AND NOT sample)`,
  );
  const [first]: { at: Date }[] = await manager.query(
    `SELECT at FROM audit_entry entry WHERE outcome = 'ALLOWED' AND role IS NOT NULL AND (${wrote.join(' OR ')})
     ORDER BY sequence LIMIT 1`,
  );
  return first && localDay(first.at);
}
