import type { Readable } from 'node:stream';

/** A complete file on this machine, of which the content is known. */
export interface SpooledFile {
  readonly path: string;
  readonly bytes: number;
  /** In hexadecimal. */
  readonly sha256: string;
}

/**
 * A place for files, each under the SHA-256 of its content. The same content is stored once, and no name that people give
 * becomes part of a path.
 */
export interface FileStore {
  /** Directory in which files arrive. */
  readonly spool: string;
  /** Puts a file into place; afterwards it outlives a crash of the machine. It may be gone from the spool afterwards. */
  put(file: SpooledFile): Promise<void>;
  /** Content of a file; undefined where there is none. */
  read(sha256: string): Promise<Readable | undefined>;
  /** Removes a file if it is there. */
  remove(sha256: string): Promise<void>;
  /** Moves a file to where nothing is read from. */
  quarantine(sha256: string): Promise<void>;
  /** The files that are in place, by their SHA-256. Undefined where the store cannot list them. */
  list?(): Promise<readonly string[]>;
}

const SHA256 = /^[0-9a-f]{64}$/;

/** Path of a file within a store. @throws Error for what is no digest, since it becomes part of a path */
export function placeOf(folder: 'files' | 'quarantine', sha256: string): string {
  if (!SHA256.test(sha256)) throw new Error(`${sha256} is no SHA-256`);
  return `${folder}/${sha256.slice(0, 2)}/${sha256}`;
}
