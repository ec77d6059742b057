import { randomBytes } from 'node:crypto';
import { askSparingly } from '@mtg/service-kit';
import type { DataSource, EntityManager } from 'typeorm';

/** Rows of a page each, which cannot be compressed away. */
const ROWS = 8;
const ROW_BYTES = 7000;

/** A write for each answer would wear a disk. */
const GOOD_FOR_MS = 15_000;

/** Makes the table that the probe writes to; it stays empty. Run as the owner of the database. */
export async function createStorageProbe(manager: EntityManager): Promise<void> {
  await manager.query('CREATE TABLE IF NOT EXISTS storage_probe (filler bytea STORAGE PLAIN NOT NULL)');
}

/**
 * Tells whether the database has storage to write to: it writes some pages and rolls back.
 *
 * @example
 * const storage = new StorageProbe(database);
 * await storage.isThere(); // false once the disk is full
 */
export class StorageProbe {
  readonly #probe: () => Promise<boolean>;
  #fullUntil = 0;

  constructor(database: DataSource) {
    this.#probe = askSparingly(() => writeAndTakeBack(database), GOOD_FOR_MS);
  }

  async isThere(): Promise<boolean> {
    return Date.now() >= this.#fullUntil && (await this.#probe());
  }

  /** To be called when a write has failed for want of storage, which a few pages may not. */
  noteFull(): void {
    this.#fullUntil = Date.now() + GOOD_FOR_MS;
  }
}

async function writeAndTakeBack(database: DataSource): Promise<void> {
  const runner = database.createQueryRunner();
  try {
    await runner.startTransaction();
    await runner.query('INSERT INTO storage_probe SELECT filler FROM unnest($1::bytea[]) AS filler', [
      Array.from({ length: ROWS }, () => randomBytes(ROW_BYTES)),
    ]);
  } finally {
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
    await runner.release();
  }
}
