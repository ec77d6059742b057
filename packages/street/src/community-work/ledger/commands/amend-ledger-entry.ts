import { amendedEntry } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { expectedVersion, reason } from '../../../foundation/common-inputs';
import { defineCommand } from '../../../foundation/street-commands';
import { centerOfEntry, currentEntry } from '../current-entry';
import { entryInput } from '../entry-input';
import { LedgerEntry } from '../ledger-entry';

/** R27: what has changed is a new entry, which leads back to the one before. */
export const amendLedgerEntry = defineCommand({
  name: 'amendLedgerEntry',
  description: zhEn(
    '更正台账条目，原条目作为历史保留(R27)',
    'Replaces a ledger entry by an amended one. The previous entry is kept (R27)',
  ),
  input: { ledgerEntryId: LedgerEntry.id(), expectedVersion, reason, ...entryInput },
  payload: { ledgerEntry: () => LedgerEntry },
  target: centerOfEntry,
  execute: async ({ ledgerEntryId, expectedVersion, reason, ...statement }, transaction) => {
    const entry = await currentEntry(transaction, { ledgerEntryId, expectedVersion });
    const { entered, amended } = amendedEntry(transaction, entry, statement);
    await transaction.change(entry, amended);
    const { centerCode, communityCode, kind } = entry;
    const ledgerEntry = await transaction.insert(LedgerEntry, {
      ...entered,
      centerCode,
      communityCode,
      kind,
      previousId: entry.id,
      reason,
    });
    return { ledgerEntry };
  },
});
