import { runSystemTask } from '@mtg/commands';
import { ScanState } from '@mtg/governance';
import type { AttachedFiles } from '@mtg/storage';
import type { TaskContext } from '@mtg/subgraph-kit';
import { Attachment } from './attachment';

/** Contents of one round. */
const AT_ONCE = 50;

/**
 * Has the scanner look at files that it has not seen. A file without an answer waits for the next round; an infected one is told to
 * be so first, and then put into quarantine.
 */
export async function scanFiles(
  context: TaskContext,
  { store, scanner }: Pick<AttachedFiles, 'store' | 'scanner'>,
): Promise<void> {
  if (!scanner) return;
  for (const sha256 of await unscanned(context)) {
    try {
      // One after another: a scanner has few workers.
      // oxlint-disable no-await-in-loop
      const content = await store.read(sha256);
      // The comparison of rows and files tells of what is missing.
      if (!content) continue;
      const verdict = await scanner(content);
      const ids = await noteVerdict(context, sha256, verdict);
      if (verdict === ScanState.INFECTED) {
        context.logger.error(
          { sha256, attachments: ids },
          'an attached file is infected; it is in quarantine',
        );
        await store.quarantine(sha256);
      }
      // oxlint-enable no-await-in-loop
    } catch (error) {
      context.logger.warn({ err: error, sha256 }, 'a file could not be scanned; it waits for the next round');
    }
  }
}

async function unscanned({ database }: TaskContext): Promise<readonly string[]> {
  const found: readonly { readonly sha256: string }[] = await database.query(
    `SELECT DISTINCT sha256 FROM (SELECT sha256 FROM attachment
       WHERE scan_state = 'UNSCANNED' AND NOT sample ORDER BY id LIMIT ${AT_ONCE}) next`,
  );
  return found.map(({ sha256 }) => sha256);
}

const noteVerdict = (
  context: TaskContext,
  sha256: string,
  scanState: ScanState,
): Promise<readonly string[]> =>
  runSystemTask(
    'scanFile',
    context,
    async ({ manager }, now) => {
      // An infected content is so for all who attached it, whatever an older answer said.
      const rows = await manager.findBy(Attachment, { sha256, sample: false });
      const changed = rows.filter(
        (row) =>
          row.scanState === ScanState.UNSCANNED ||
          (scanState === ScanState.INFECTED && row.scanState !== scanState),
      );
      for (const { id, version } of changed) {
        // oxlint-disable-next-line no-await-in-loop -- one connection
        await manager.update(
          Attachment,
          { id },
          { scanState, scannedAt: now, updatedAt: now, version: version + 1 },
        );
      }
      return changed.map(({ id }) => id);
    },
    { sha256, scanState },
  );
