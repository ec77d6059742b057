import type { Bilingual } from '@mtg/governance';
import type { ClientBase } from 'pg';
import { formatLsn, type Lsn } from '../replication/lsn';
import type { Commit } from './change-batch';
import { lastPosition } from './mirrored-table';
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

/** The copy has taken the place of the one before. */
export async function noteCopied(
  warehouse: ClientBase,
  name: string,
  known: Omit<KnownSource, 'copyWanted'>,
): Promise<void> {
  await warehouse.query(
    `UPDATE warehouse.source SET system_id = $2, start_id = $3, signature = $4, applied = $5, copied_at = now(),
       fresh_at = now(), contacted_at = now(), position = ${lastPosition(name)}, copy_wanted = false WHERE name = $1`,
    [name, known.systemId, known.startId, known.signature, known.applied],
  );
}

/** Everything up to the end of a transaction of the source is written, within the transaction that is open. */
export async function noteCommit(warehouse: ClientBase, name: string, { end, at }: Commit): Promise<void> {
  await warehouse.query(
    `UPDATE warehouse.source SET applied = $2, fresh_at = greatest(fresh_at, $3), contacted_at = now(),
       position = ${lastPosition(name)} WHERE name = $1`,
    [name, formatLsn(end), at],
  );
}

/** Some milliseconds ago the source had nothing that is not written. */
export async function noteComplete(
  warehouse: ClientBase,
  name: string,
  position: Lsn,
  agoMs: number,
): Promise<void> {
  await warehouse.query(
    `UPDATE warehouse.source SET applied = $2, contacted_at = now(),
       fresh_at = greatest(fresh_at, now() - $3 * interval '1 ms') WHERE name = $1`,
    [name, formatLsn(position), agoMs],
  );
}
