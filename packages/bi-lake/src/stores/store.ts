import type { AsyncBuffer } from 'hyparquet';

/** A complete file on this machine. */
export interface LocalFile {
  readonly path: string;
  readonly bytes: number;
  /** SHA-256, in hexadecimal. */
  readonly sha256: string;
}

/** A place where a lake is: files by their paths, each replaced as a whole. */
export interface LakeStore {
  /** Directory for files that are being made, from which they are put into place. */
  readonly workshop: string;
  /** Undefined where there is none. */
  readText(path: string): Promise<string | undefined>;
  /** Puts a file into place: readers see the one before, or this one. It may be gone from the workshop afterwards. */
  put(path: string, file: LocalFile): Promise<void>;
  putText(path: string, text: string): Promise<void>;
  /** Removes a file if it is there. */
  remove(path: string): Promise<void>;
  /** Reads parts of a file. @param bytes its length */
  partsOf(path: string, bytes: number): AsyncBuffer;
  /** Removes the workshop. */
  close(): Promise<void>;
}
