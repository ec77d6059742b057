import { groupByKey } from '@mtg/subgraph-kit';
import type { DataSource } from 'typeorm';

/** The person who recorded an object. */
export interface Recorder {
  readonly id: string;
  readonly at: Date;
  readonly actor: string | null;
  readonly role: string | null;
}

/** DataLoader's batch function: the person who recorded each object, by the audit's first entry on it, or null. */
export const recordersById = (database: DataSource) => async (ids: readonly string[]) => {
  const found: Recorder[] = await database.query(
    `SELECT DISTINCT ON (target) target AS id, at, actor, role
     FROM audit_entry CROSS JOIN LATERAL unnest(targets) AS target
     WHERE targets && $1::uuid[] AND target = ANY ($1) ORDER BY target, sequence`,
    [ids],
  );
  return groupByKey(ids, found, ({ id }) => id).map(([recorder]) => recorder ?? null);
};
