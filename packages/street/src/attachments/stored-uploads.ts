import type { FileStore, SpooledFile } from '@mtg/storage';
import type { DataSource, EntityManager } from 'typeorm';
import { Attachment } from './attachment';
import { FileUpload } from './file-upload';

/** Time within which a file has to be attached. */
export const UPLOAD_HOURS = 24;

interface Uploads {
  readonly database: DataSource;
  readonly clock: { now(): Date };
}

/** A file that is to be attached, before it is stored. */
export type Upload = Omit<FileUpload, 'stored' | 'createdAt'>;

/** Makes those who store or attach a content and those who remove it take turns, each to the end of its transaction. */
export const takeFileTurn = (manager: Pick<EntityManager, 'query'>, sha256: string): Promise<unknown> =>
  manager.query(`SELECT pg_advisory_xact_lock(hashtextextended('file ' || $1, 0))`, [sha256]);

/** Stores a file and its row. The row comes first, so that no bytes are left without one, and says at last that they are safe. */
export async function storeUpload(
  { database, clock }: Uploads,
  store: FileStore,
  file: SpooledFile,
  upload: Upload,
): Promise<void> {
  const createdAt = clock.now();
  await database.transaction(async (manager) => {
    await takeFileTurn(manager, file.sha256);
    await manager.insert(FileUpload, { ...upload, stored: false, createdAt });
  });
  await store.put(file);
  // The role that serves changes no such row.
  await database.transaction(async (manager) => {
    await manager.delete(FileUpload, { id: upload.id });
    await manager.insert(FileUpload, { ...upload, stored: true, createdAt });
  });
}

/** Number of files that a person has uploaded and not attached. */
export async function countWaiting(
  { manager }: Pick<DataSource, 'manager'>,
  subject: string,
): Promise<number> {
  const [found]: readonly { readonly count: number }[] = await manager.query(
    `SELECT count(*)::int AS count FROM file_upload u WHERE u.uploaded_by = $1
       AND NOT EXISTS (SELECT FROM attachment a WHERE a.upload_id = u.id)`,
    [subject],
  );
  return found?.count ?? 0;
}

/**
 * Removes uploads that are past their time, and the bytes that nothing else has.
 *
 * @returns the number of contents that were removed
 */
export async function clearUploads({ database, clock }: Uploads, store: FileStore): Promise<number> {
  const until = new Date(clock.now().getTime() - UPLOAD_HOURS * 3_600_000);
  const past: readonly { readonly id: string; readonly sha256: string }[] = await database.query(
    'SELECT id, sha256 FROM file_upload WHERE created_at < $1 ORDER BY created_at',
    [until],
  );
  let removed = 0;
  for (const { id, sha256 } of past) {
    // One after another: each has a transaction of its own.
    // oxlint-disable-next-line no-await-in-loop
    removed += await database.transaction(async (manager) => {
      await takeFileTurn(manager, sha256);
      await manager.delete(FileUpload, { id });
      const isNeeded =
        (await manager.existsBy(FileUpload, { sha256 })) || (await manager.existsBy(Attachment, { sha256 }));
      if (isNeeded) return 0;
      await store.remove(sha256);
      return 1;
    });
  }
  return removed;
}
