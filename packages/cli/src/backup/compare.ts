import type { ChainReport } from '@mtg/commands';
import { refused } from './check';
import type { Passed } from './digest';
import type { Manifest, TableOfBackup } from './manifest';

/** @throws CommandFailure when the rows of a table are not those that were backed up */
export function requireEqual({ name, rows, sha256 }: TableOfBackup, passed: Passed): void {
  if (passed.rows === rows && passed.sha256 === sha256) return;
  throw refused(
    `表 ${name} 的内容与备份时不同（${passed.rows} 行，应为 ${rows} 行）`,
    `the rows of ${name} differ from those that were backed up (${passed.rows}, expected ${rows})`,
  );
}

/** @throws CommandFailure when the audit chain is not what it was when it was backed up */
export function requireSameChain(audit: Manifest['audit'], { entries, head, problems }: ChainReport): void {
  const same = entries === audit.entries && head.sequence === audit.sequence && head.hash === audit.hash;
  if (same && (problems.length === 0) === audit.whole) return;
  throw refused('审计链与备份时不同', 'the audit chain differs from when the backup was taken');
}
