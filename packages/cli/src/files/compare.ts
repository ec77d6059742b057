import { digestOf, type FileStore } from '@mtg/storage';
import type { DataSource } from 'typeorm';

/** A content that rows name, and how people call it. */
export interface NamedContent {
  readonly sha256: string;
  readonly fileName: string;
}

/** Differences between the rows of a street and its stored files. */
export interface FileDifferences {
  /** Contents that were compared, byte for byte. */
  readonly compared: number;
  readonly missing: readonly NamedContent[];
  readonly altered: readonly NamedContent[];
  /** Digests of files that no row names. Undefined where the store cannot list its files. */
  readonly leftOver: readonly string[] | undefined;
}

/**
 * Compares the attachments and uploads of a street with its store. Files are listed before the rows are read: a row is there
 * before its bytes, so that one that arrives meanwhile is not taken for left over. Infected files are in quarantine.
 */
export async function compareWithStore(
  database: Pick<DataSource, 'query'>,
  store: Pick<FileStore, 'read' | 'list'>,
  show: (done: number, total: number) => void,
): Promise<FileDifferences> {
  const listed = await store.list?.();
  const contents: readonly NamedContent[] = await database.query(
    `SELECT sha256, min(file_name) AS "fileName" FROM attachment WHERE NOT sample
     GROUP BY sha256 HAVING NOT bool_or(scan_state = 'INFECTED') ORDER BY sha256`,
  );
  const uploads: readonly { readonly sha256: string }[] = await database.query(
    'SELECT sha256 FROM file_upload',
  );
  const [missing, altered]: [NamedContent[], NamedContent[]] = [[], []];
  for (const [index, content] of contents.entries()) {
    // One after another: the store has others to serve.
    // oxlint-disable-next-line no-await-in-loop
    const found = await digestOf(store, content.sha256);
    if (!found) missing.push(content);
    else if (found.sha256 !== content.sha256) altered.push(content);
    show(index + 1, contents.length);
  }
  const known = new Set([...contents, ...uploads].map(({ sha256 }) => sha256));
  const leftOver = listed?.filter((sha256) => !known.has(sha256));
  return { compared: contents.length, missing, altered, leftOver };
}
