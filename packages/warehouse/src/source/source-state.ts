import type { ClientBase } from 'pg';
import { parseLsn, type Lsn } from '../replication/lsn';

/** A start of the source's program: the source writes one row for each. */
export interface SourceStart {
  readonly id: string;
  /** Position in the log when it was written. */
  readonly position: Lsn;
}

/** A slot of the warehouse at a source. */
export interface SourceSlot {
  /** False if the source has given up keeping its log, since too much of it was waiting. */
  readonly usable: boolean;
  /** The source no longer has what came before it. */
  readonly confirmed: Lsn;
}

/** The last start of the source's program; undefined before the first. */
export async function lastStart(source: ClientBase): Promise<SourceStart | undefined> {
  const { rows } = await source.query<{ id: string; lsn: string }>(
    'SELECT id, lsn FROM database_start ORDER BY started_at DESC, id DESC LIMIT 1',
  );
  return rows[0] && { id: rows[0].id, position: parseLsn(rows[0].lsn) };
}

/** The slot of a name; undefined if the source has none. */
export async function findSlot(source: ClientBase, name: string): Promise<SourceSlot | undefined> {
  const { rows } = await source.query<{ usable: boolean; confirmed: string }>(
    `SELECT coalesce(wal_status, 'lost') <> 'lost' AND plugin = 'pgoutput' AND database = current_database() AS usable,
       coalesce(confirmed_flush_lsn, '0/0')::text AS confirmed
     FROM pg_replication_slots WHERE slot_name = $1`,
    [name],
  );
  return rows[0] && { usable: rows[0].usable, confirmed: parseLsn(rows[0].confirmed) };
}

/** End of the source's log. What the warehouse has written never lies behind it. */
export async function logPosition(source: ClientBase): Promise<Lsn> {
  const { rows } = await source.query<{ position: string }>(
    'SELECT pg_current_wal_flush_lsn()::text AS position',
  );
  return parseLsn(rows[0]?.position ?? '');
}

/** Identifier of the source's cluster, given when it was initialized. */
export async function systemId(source: ClientBase): Promise<string> {
  const { rows } = await source.query<{ id: string }>(
    'SELECT system_identifier::text AS id FROM pg_control_system()',
  );
  return rows[0]?.id ?? '';
}
