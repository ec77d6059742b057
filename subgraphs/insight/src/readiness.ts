import { isStale, readFreshness, type Freshness } from '@mtg/bi-doors';
import type { PartStatus } from '@mtg/service-kit';
import type { Pool } from 'pg';

/** The database, and each source: one whose rows are not current needs attention, and they stay readable. */
export async function readinessOf(pool: Pick<Pool, 'query'>): Promise<readonly PartStatus[]> {
  try {
    const freshness = await readFreshness(pool);
    return [{ name: 'database', ready: true }, ...freshness.map(statusOf)];
  } catch {
    return [{ name: 'database', ready: false }];
  }
}

const statusOf = (source: Freshness): PartStatus => ({
  name: source.street,
  ready: true,
  ...(isStale(source) && { degraded: staleText(source) }),
});

function staleText({ state, ageSeconds }: Freshness): string {
  if (state !== 'FOLLOWING') return `数据未在更新（${state}） · the data are not being updated (${state})`;
  const minutes = Math.floor((ageSeconds ?? 0) / 60);
  return ageSeconds === null
    ? '尚无数据 · there are no data yet'
    : `已有 ${minutes} 分钟没有消息 · nothing was heard of it for ${minutes} minutes`;
}
