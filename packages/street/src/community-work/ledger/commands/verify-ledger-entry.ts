import { verifiedEntry } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { expectedVersion } from '../../../foundation/common-inputs';
import { defineCommand } from '../../../foundation/street-commands';
import { centerOfEntry, currentEntry } from '../current-entry';
import { verifiedOn } from '../entry-input';
import { LedgerEntry } from '../ledger-entry';

/** R27: an entry is confirmed as of a day. */
export const verifyLedgerEntry = defineCommand({
  name: 'verifyLedgerEntry',
  description: zhEn('核实台账条目(R27)', 'Confirms that a ledger entry still holds (R27)'),
  input: { ledgerEntryId: LedgerEntry.id(), expectedVersion, verifiedOn },
  payload: { ledgerEntry: () => LedgerEntry },
  target: centerOfEntry,
  execute: async (input, transaction) => {
    const entry = await currentEntry(transaction, input);
    const values = verifiedEntry(transaction, entry, input.verifiedOn);
    return { ledgerEntry: await transaction.change(entry, values) };
  },
});
