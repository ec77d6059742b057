import type { TransactionManager } from '@mtg/commands';
import { LocalCenter } from '@mtg/street';
import { IsNull, type DataSource } from 'typeorm';
import type { LocalSampleCenter } from './centers';

/**
 * The centers that a street has of its own beside the seven, so that they get their share of the work.
 *
 * @param communities those of the street, for which a center is that does not say for which
 */
export async function localCentersOf(
  { entityMetadatas }: DataSource,
  manager: TransactionManager,
  communities: readonly string[],
): Promise<readonly LocalSampleCenter[]> {
  const found: LocalSampleCenter[] = [];
  for (const { target } of entityMetadatas) {
    if (!isLocalCenter(target)) continue;
    const served = (await target.servedCommunities?.(manager)) ?? communities;
    const rows = await manager.find(target, { where: { deletedAt: IsNull() }, order: { code: 'ASC' } });
    found.push(...rows.map(({ code }) => ({ code, communities: served })));
  }
  return found;
}

type LocalCenterClass = (new () => LocalCenter) & typeof LocalCenter;

const isLocalCenter = (target: unknown): target is LocalCenterClass =>
  typeof target === 'function' && target.prototype instanceof LocalCenter;
