import { randomUUID } from 'node:crypto';
import { mkdtemp, open, readdir, readFile, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolder } from '@mtg/service-kit/basics';
import type { AsyncBuffer } from 'hyparquet';
import { LakeProblem } from '../lake-problem';
import type { LakeStore, LocalFile } from './store';

/** Directories of a partition: dataset, street and month. */
const LEVELS = 3;

const UNFINISHED = 'unfinished-';
const ABANDONED_AFTER_MS = 86_400_000;

/** A lake in a directory. */
export class FolderStore implements LakeStore {
  private constructor(
    private readonly root: string,
    readonly workshop: string,
  ) {}

  /** @throws LakeProblem where it cannot be written */
  static async open(root: string): Promise<FolderStore> {
    try {
      const state = join(root, '_lake');
      makeFolder(state);
      await removeAbandoned(state);
      // On the same file system: only there a file changes its name in one moment.
      return new FolderStore(root, await mkdtemp(join(state, UNFINISHED)));
    } catch (error) {
      throw new LakeProblem(
        'TARGET',
        `目录 ${root} 无法写入（${messageOf(error)}），请改正其权限或另选目录`,
        `The directory ${root} cannot be written (${messageOf(error)}). Mend its permissions or choose another`,
        { cause: error },
      );
    }
  }

  async close(): Promise<void> {
    await rm(this.workshop, { recursive: true, force: true });
  }

  async readText(path: string): Promise<string | undefined> {
    try {
      return await readFile(join(this.root, path), 'utf8');
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined;
      throw error;
    }
  }

  async put(path: string, file: LocalFile): Promise<void> {
    const place = join(this.root, path);
    makeFolder(dirname(place));
    await rename(file.path, place);
  }

  async putText(path: string, text: string): Promise<void> {
    const unfinished = join(this.workshop, randomUUID());
    await writeFile(unfinished, text, { flush: true });
    await this.put(path, { path: unfinished, bytes: 0, sha256: '' });
  }

  async remove(path: string): Promise<void> {
    await rm(join(this.root, path), { force: true });
    let folder = dirname(path);
    for (let level = 0; level < LEVELS && folder !== '.'; level += 1) {
      const isRemoved = await rmdir(join(this.root, folder)).then(
        () => true,
        () => false,
      );
      if (!isRemoved) return;
      folder = dirname(folder);
    }
  }

  partsOf(path: string, bytes: number): AsyncBuffer {
    return {
      byteLength: bytes,
      slice: async (start, end = bytes) => {
        const file = await open(join(this.root, path));
        try {
          const part = new Uint8Array(end - start);
          await file.read(part, 0, part.length, start);
          return part.buffer;
        } finally {
          await file.close();
        }
      },
    };
  }
}

/** Removes what runs have left that were killed. */
async function removeAbandoned(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(UNFINISHED)) continue;
    const path = join(folder, name);
    // Another run may have removed its own meanwhile.
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Infinity }));
    if (Date.now() - mtimeMs > ABANDONED_AFTER_MS) await rm(path, { recursive: true, force: true });
  }
}

// Errors of the file system have a code.
const codeOf = (error: unknown): unknown => (error as { readonly code?: unknown }).code;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
