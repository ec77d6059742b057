import { ScanState } from '@mtg/governance';
import { digestOf, type FileStore } from '@mtg/storage';
import type { TaskContext } from '@mtg/subgraph-kit';

/** Contents of attachments that the store lacks or has otherwise. */
export interface FileDifferences {
  readonly compared: number;
  readonly missing: readonly string[];
  readonly altered: readonly string[];
}

/** Compares the attachments with the store, byte for byte, and reports what differs. Infected files are to be in quarantine. */
export async function compareFiles(
  { database, logger }: Pick<TaskContext, 'database' | 'logger'>,
  store: FileStore,
): Promise<FileDifferences> {
  const contents: readonly { readonly sha256: string; readonly infected: boolean }[] = await database.query(
    `SELECT sha256, bool_or(scan_state = '${ScanState.INFECTED}') AS infected FROM attachment
     WHERE NOT sample GROUP BY sha256 ORDER BY sha256`,
  );
  const [missing, altered]: [string[], string[]] = [[], []];
  for (const { sha256, infected } of contents) {
    // One after another: this task has time, and the store has others to serve.
    // oxlint-disable no-await-in-loop
    if (infected) await store.quarantine(sha256);
    else {
      const found = await digestOf(store, sha256);
      if (!found) missing.push(sha256);
      else if (found.sha256 !== sha256) altered.push(sha256);
    }
    // oxlint-enable no-await-in-loop
  }
  if (missing.length > 0 || altered.length > 0)
    logger.error({ missing, altered }, 'attached files are missing or altered; restore them from a backup');
  return { compared: contents.length, missing, altered };
}
