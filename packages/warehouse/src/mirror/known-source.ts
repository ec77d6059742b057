import type { Bilingual } from '@mtg/governance';
import type { ClientBase } from 'pg';
import type { KnownSource } from './reason-to-copy';

/** State of a mirror, as `bi.freshness` shows it. */
export type SourceState = 'COPYING' | 'FOLLOWING' | 'UNREACHABLE' | 'FAILED';

/** Reads what the warehouse remembers of a source; the first time, it remembers the name. */
export async function readKnown(warehouse: ClientBase, name: string): Promise<KnownSource> {
  await warehouse.query('INSERT INTO warehouse.source (name) VALUES ($1) ON CONFLICT DO NOTHING', [name]);
  const { rows } = await warehouse.query<KnownSource>(
    `SELECT system_id AS "systemId", start_id AS "startId", signature, applied::text, copy_wanted AS "copyWanted"
     FROM warehouse.source WHERE name = $1`,
    [name],
  );
  const [known] = rows;
  if (!known) throw new Error(`the warehouse has no row for the source ${name}`);
  return known;
}

export async function noteState(
  warehouse: ClientBase,
  name: string,
  state: SourceState,
  problem?: Bilingual,
): Promise<void> {
  await warehouse.query(
    'UPDATE warehouse.source SET state = $2, problem_zh = $3, problem_en = $4 WHERE name = $1',
    [name, state, problem?.zh ?? null, problem?.en ?? null],
  );
}

/** The program of the source has started again, and the warehouse has seen it. */
export async function noteStart(warehouse: ClientBase, name: string, startId: string): Promise<void> {
  await warehouse.query('UPDATE warehouse.source SET start_id = $2 WHERE name = $1', [name, startId]);
}
