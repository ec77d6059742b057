import { localDay, type LocalDay } from '@mtg/governance';
import type { TransactionManager } from '@mtg/commands';
import { WORK_TABLES } from '../work-tables';

/**
 * The day of the first command that was carried out on real work; undefined before it. Who tries the platform with sample
 * data has not begun to work. Real rows are never taken away, so that an entry whose rows are gone was about sample data.
 */
export async function firstDayOfWork(manager: TransactionManager): Promise<LocalDay | undefined> {
  const wrote = Object.values(WORK_TABLES).map((entity) => {
    const { tableName } = manager.getRepository(entity).metadata;
    return `EXISTS (SELECT FROM ${tableName} WHERE id = ANY (entry.targets) AND NOT sample)`;
  });
  const [first]: { at: Date }[] = await manager.query(
    `SELECT at FROM audit_entry entry WHERE outcome = 'ALLOWED' AND role IS NOT NULL AND (${wrote.join(' OR ')})
     ORDER BY sequence LIMIT 1`,
  );
  return first && localDay(first.at);
}
