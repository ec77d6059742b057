import type { FileContent } from '@mtg/exports/content';
import type { ClientConfig } from 'pg';

/** A file for a thread to make, and the state of the warehouse that it is made of. */
export interface ThreadTask {
  readonly connection: ClientConfig;
  /** As `pg_export_snapshot` names it. */
  readonly snapshot: string;
  readonly content: FileContent;
  readonly path: string;
  /** Milliseconds between two messages of how far it is. */
  readonly everyMs: number;
}

/** A file that a thread has made. */
export interface ThreadFile {
  readonly rows: number;
  readonly bytes: number;
  /** SHA-256 of all bytes, in base64. */
  readonly digest: string;
}

/** Messages of a thread. */
export type ThreadMessage =
  /** It reads the state, which others need not keep any longer. @param process of PostgreSQL that serves it */
  | { readonly kind: 'BEGUN'; readonly process: number }
  | { readonly kind: 'WRITTEN'; readonly bytes: number }
  | { readonly kind: 'DONE'; readonly file: ThreadFile }
  | { readonly kind: 'FAILED'; readonly failure: ThreadFailure };

/** An error as it can be told from one thread to another. */
export interface ThreadFailure {
  readonly message: string;
  readonly stack: string | undefined;
  /** Of PostgreSQL or of the operating system. */
  readonly code: string | undefined;
  readonly isOfDatabase: boolean;
}
