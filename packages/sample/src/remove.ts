import { STREET_TABLES } from '@mtg/street';
import type { LoadContext } from './load-context';
import { lookUpByIndex } from './look-up';
import { realRowsOnSample } from './real-rows-on-sample';
import { SampleRefused } from './sample-refused';
import { runSampleTask } from './sample-task';

/**
 * Removes every sample row of a street and nothing else, whole or not at all, with one entry in its audit.
 *
 * @returns how many rows were removed; none where there were none, and then nothing is recorded
 * @throws SampleRefused when real rows refer to sample rows, or another process writes for long
 */
export async function removeSample(context: LoadContext): Promise<number> {
  const { code, title } = context;
  let removed = 0;
  await runSampleTask('removeSample', context, async ({ manager }) => {
    const references = await realRowsOnSample(manager);
    if (references.length > 0) {
      const list = references.map(({ column, count }) => `${column} × ${count}`).join(', ');
      throw new SampleRefused(
        `${title}有真实数据引用了样例数据，未移除：${list} · real rows of ${code} refer to sample rows, nothing was removed: ${list}`,
      );
    }
    const targets: { targets: string[] }[] = await manager.query(
      `SELECT targets FROM audit_entry WHERE command = 'loadSample' ORDER BY sequence DESC LIMIT 1`,
    );
    await lookUpByIndex(manager);
    for (const { table } of STREET_TABLES.inLoadOrder.toReversed()) {
      const [, count]: [unknown, number] = await manager.query(`DELETE FROM ${table.sqlName} WHERE sample`);
      removed += count;
    }
    return removed > 0 ? (targets[0]?.targets ?? []) : [];
  });
  return removed;
}
