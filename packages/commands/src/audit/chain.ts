import type { AuditEntry } from './audit-entry';
import { canonicalJson, sha256 } from './canonical';

/** Content of an entry that its hash covers: everything but the hash. */
export type Chained = Omit<AuditEntry, 'hash' | 'imported'> & Partial<Pick<AuditEntry, 'imported'>>;

/** Hash before the first entry. Each chain has its own, so that none passes for another. */
export const genesisHash = (chain: string): string => sha256(`mentougou audit chain of ${chain}`);

/** The hash of an entry. All its fields are in it, by name. */
export const hashOf = (entry: Chained): string =>
  sha256(
    canonicalJson({
      sequence: entry.sequence,
      at: entry.at.toISOString(),
      actor: entry.actor,
      role: entry.role,
      scope: entry.scope,
      command: entry.command,
      inputDigest: entry.inputDigest,
      outcome: entry.outcome,
      code: entry.code,
      rule: entry.rule,
      targets: entry.targets,
      requestId: entry.requestId,
      previousHash: entry.previousHash,
      // Entries from before there was a number have none in their hash.
      ...(entry.times !== 1 && { times: entry.times }),
      // Nor have those of commands a file.
      ...(entry.imported && { imported: entry.imported }),
    }),
  );
