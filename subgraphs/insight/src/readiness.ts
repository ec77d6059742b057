import type { PartStatus } from '@mtg/service-kit';
import type { Pool } from 'pg';

/** The database, and each source: one that is not followed needs attention, and its last rows stay readable. */
export async function readinessOf(pool: Pick<Pool, 'query'>): Promise<readonly PartStatus[]> {
  try {
    const { rows } = await pool.query<{ street: string; state: string }>(
      'SELECT street, state FROM bi.freshness ORDER BY place',
    );
    return [{ name: 'database', ready: true }, ...rows.map(statusOf)];
  } catch {
    return [{ name: 'database', ready: false }];
  }
}

const statusOf = ({ street, state }: { readonly street: string; readonly state: string }): PartStatus => ({
  name: street,
  ready: true,
  ...(state !== 'FOLLOWING' && {
    degraded: `数据未在更新（${state}） · the data are not being updated (${state})`,
  }),
});
