import { createReadStream } from 'node:fs';
import { access, constants, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { makeFolder } from '@mtg/service-kit/basics';
import { StorageProblem } from '../storage-problem';
import { placeOf, type FileStore, type SpooledFile } from './file-store';

const OWNER_ONLY = 0o700;

/** Files in a directory. */
export class FolderFiles implements FileStore {
  private constructor(
    private readonly root: string,
    readonly spool: string,
  ) {}

  /** @throws StorageProblem where it cannot be written */
  static async open(root: string): Promise<FolderFiles> {
    // On the same file system: only there a file changes its name in one moment.
    const spool = join(root, 'incoming');
    try {
      for (const folder of [root, spool]) makeFolder(folder, OWNER_ONLY);
      await access(spool, constants.W_OK);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new StorageProblem(
        `目录 ${root} 无法写入（${reason}），请改正其权限或另选目录`,
        `The directory ${root} cannot be written (${reason}). Mend its permissions or choose another`,
        { cause: error },
      );
    }
    return new FolderFiles(root, spool);
  }

  async put({ path, sha256 }: SpooledFile): Promise<void> {
    await this.#move(path, this.#place(sha256));
  }

  async read(sha256: string): Promise<Readable | undefined> {
    try {
      const file = await open(this.#place(sha256));
      return createReadStream('', { fd: file });
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined;
      throw error;
    }
  }

  async remove(sha256: string): Promise<void> {
    await rm(this.#place(sha256), { force: true });
  }

  async quarantine(sha256: string): Promise<void> {
    try {
      await this.#move(this.#place(sha256), join(this.root, placeOf('quarantine', sha256)));
    } catch (error) {
      // Another round has moved it.
      if (codeOf(error) !== 'ENOENT') throw error;
    }
  }

  async list(): Promise<readonly string[]> {
    const entries = await readdir(join(this.root, 'files'), { recursive: true, withFileTypes: true }).catch(
      (error: unknown) => {
        // Nothing has been put into place yet.
        if (codeOf(error) === 'ENOENT') return [];
        throw error;
      },
    );
    return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  }

  #place(sha256: string): string {
    return join(this.root, placeOf('files', sha256));
  }

  /** Renames a file that is on the disk, and has the new name on the disk too. */
  async #move(from: string, to: string): Promise<void> {
    makeFolder(dirname(to), OWNER_ONLY);
    await rename(from, to);
    for (const folder of [dirname(to), dirname(dirname(to))]) await synchronize(folder);
  }
}

async function synchronize(path: string): Promise<void> {
  const folder = await open(path);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

// Errors of the file system have a code.
const codeOf = (error: unknown): unknown => (error as { readonly code?: unknown }).code;
