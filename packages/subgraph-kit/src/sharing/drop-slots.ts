import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { SLOT_PATTERN } from './stream-functions';

const TRIES = 20;
const PAUSE_MS = 100;

const IN_USE = '55006';
const REFUSED = '42501';
const GONE = '42704';

/**
 * Drops the slots that warehouses had in this database: without a reader they would keep its log for nothing. One that is still
 * read, or that the owner may not drop, stays until the next start.
 *
 * @param owner outside of a transaction, since dropping a slot cannot be undone
 */
export async function dropSlots(owner: DataSource): Promise<void> {
  for (let left = TRIES; left > 0; left -= 1) {
    const slots: readonly { name: string }[] = await owner.query(
      `SELECT slot_name AS name FROM pg_replication_slots
       WHERE slot_name ~ $1 AND database = current_database() AND plugin = 'pgoutput'`,
      [SLOT_PATTERN],
    );
    const codes = await Promise.all(slots.map(async ({ name }) => drop(owner, name)));
    if (!codes.includes(IN_USE)) return;
    await sleep(PAUSE_MS);
  }
}

/** @returns the SQL state with which it was refused */
async function drop(owner: DataSource, name: string): Promise<string | undefined> {
  try {
    await owner.query('SELECT pg_drop_replication_slot($1)', [name]);
    return undefined;
  } catch (error) {
    // Errors of the driver have a code.
    const { code } = error as { readonly code?: string };
    if (code !== IN_USE && code !== REFUSED && code !== GONE) throw error;
    return code;
  }
}
