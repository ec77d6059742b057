import { createHash } from 'node:crypto';
import type { WriteCounts } from '../reference/upsert';

/** Description of an import and its results, for the audit of the database. */
export interface ImportedFile extends Pick<WriteCounts, 'inserted' | 'updated'> {
  /** As the imported rows cite it. */
  readonly fileName: string;
  /** Of its bytes, in hexadecimal. */
  readonly sha256: string;
  /** True if stored values were to be corrected (`--replace`). */
  readonly replace: boolean;
  /** Identifiers of the rows that were written. */
  readonly targets: readonly string[];
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
