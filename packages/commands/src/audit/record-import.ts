import type { ImportedFile } from '@mtg/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { acquireCommandLock } from '../locking/command-lock';
import { appendOwnAct } from './append-own-act';
import type { Imported } from './imported';

/** Commands end within seconds; a load of sample data may write for longer, and an import can wait for it. */
const LONGEST_WAIT = '60s';

/** Where and by whom a file is imported. */
export interface ImportContext {
  /** Code of the street, or `DISTRICT`. */
  readonly chain: string;
  /** As the audit has it where a command's name stands, e.g. `importDepartments`. */
  readonly name: string;
  readonly systemUser: string;
  readonly now: Date;
}

/**
 * Waits until no command and no other import writes to this database, for the rest of the caller's transaction.
 *
 * @throws the database's error 55P03 when others write for longer than a minute
 */
export async function takeImportTurn(manager: EntityManager): Promise<void> {
  await manager.query(`SET LOCAL lock_timeout = '${LONGEST_WAIT}'`);
  await acquireCommandLock(manager);
}

/**
 * Puts an import on the audit chain, within the transaction that wrote its rows: both are there, or neither.
 *
 * @throws the database's error 55P03 when others write for longer than a minute
 */
export async function recordImport(
  manager: EntityManager,
  { chain, name, systemUser, now }: ImportContext,
  { targets, ...file }: ImportedFile,
): Promise<void> {
  await takeImportTurn(manager);
  const [row]: readonly { role: string }[] = await manager.query('SELECT session_user AS role');
  const imported: Imported = { ...file, systemUser, databaseRole: row?.role ?? '' };
  const actor = `os:${systemUser}`;
  await appendOwnAct(manager, chain, { at: now, actor, name, input: file, targets, imported });
}
