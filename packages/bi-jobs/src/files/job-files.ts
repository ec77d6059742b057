import { access, constants, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder, StartFailure } from '@mtg/service-kit';
import type { Attempt } from '../store/expire';

const NAME = /^[\da-f-]{36}\.\d+(\.part)?$/;

/** The files of jobs in their directory. One that is being written has a name of its own until it is complete. */
export class JobFiles {
  constructor(private readonly directory: string) {}

  /** @throws StartFailure where files cannot be written */
  async prepare(): Promise<void> {
    try {
      makeFolder(this.directory, 0o700);
      await access(this.directory, constants.W_OK);
    } catch (error) {
      throw unusable(this.directory, error);
    }
  }

  path({ id, attempt }: Attempt): string {
    return join(this.directory, `${id}.${attempt}`);
  }

  partPath(attempt: Attempt): string {
    return `${this.path(attempt)}.part`;
  }

  /** Gives a complete file its name. */
  async complete(attempt: Attempt): Promise<void> {
    await rename(this.partPath(attempt), this.path(attempt));
  }

  async remove(attempt: Attempt): Promise<void> {
    await rm(this.partPath(attempt), { force: true });
    await rm(this.path(attempt), { force: true });
  }

  /**
   * Removes the files of all attempts but these. Other files are left alone.
   *
   * @param kept asked for once the files are known, so that none is taken for left over that has only begun
   */
  async removeOthers(kept: () => Promise<readonly Attempt[]>): Promise<void> {
    const files = (await readdir(this.directory)).filter((name) => NAME.test(name));
    const names = new Set((await kept()).map(({ id, attempt }) => `${id}.${attempt}`));
    for (const name of files) {
      if (!names.has(name.replace(/\.part$/, ''))) await rm(join(this.directory, name), { force: true });
    }
  }
}

const unusable = (directory: string, error: unknown): StartFailure => {
  const reason = error instanceof Error ? error.message : String(error);
  return new StartFailure(
    `JOBS_DIR: 目录 ${directory} 无法写入（${reason}），请改正其权限或另选目录 · The directory ${directory} cannot be written (${reason}). Mend its permissions or choose another`,
  );
};
