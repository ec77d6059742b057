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

/** Words of the source's problem; where it has none, its state. */
const staleText = ({ state, problemZh, problemEn }: Freshness): string =>
  `${problemZh ?? `数据未在更新（${state}）`} · ${problemEn ?? `the data are not being updated (${state})`}`;
