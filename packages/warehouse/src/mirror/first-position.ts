import type { ClientBase } from 'pg';
import { FEED, inSchema } from './mirrored-table';

/** More than a warehouse can write. The positions stay below 2^53 until the year 2110. */
const POSITIONS_PER_MS = 2000n;

/**
 * Positions go on after those of the copy before, so that clients of the feed see what changed. The first copy begins behind
 * every position that a warehouse before this one can have given out, so that a client of that one is told.
 */
export async function firstPosition(warehouse: ClientBase, schema: string): Promise<bigint> {
  const { rows } = await warehouse.query<{ found: boolean }>('SELECT to_regclass($1) IS NOT NULL AS found', [
    inSchema(schema, FEED),
  ]);
  if (!rows[0]?.found) {
    const first = BigInt(Date.now()) * POSITIONS_PER_MS;
    await warehouse.query('UPDATE warehouse.source SET first_position = $2 WHERE name = $1', [schema, first]);
    return first;
  }
  const last = await warehouse.query<{ next: string }>(
    `SELECT (last_value + 1)::text AS next FROM ${inSchema(schema, FEED)}`,
  );
  return BigInt(last.rows[0]?.next ?? 1);
}
