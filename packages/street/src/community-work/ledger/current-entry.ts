import type { CommandTarget } from '@mtg/commands';
import { refuse } from '@mtg/subgraph-kit';
import type { StreetTransaction } from '../../foundation/street-commands';
import { LedgerEntry } from './ledger-entry';

/**
 * The entry that an input names, which no other has replaced.
 *
 * @throws PublicError NOT_FOUND, or CONFLICT when it was amended
 */
export async function currentEntry(
  transaction: StreetTransaction,
  { ledgerEntryId, expectedVersion }: { readonly ledgerEntryId: string; readonly expectedVersion: number },
): Promise<LedgerEntry> {
  const entry = await transaction.get(LedgerEntry, ledgerEntryId, { expectedVersion });
  if (entry.amendedAt === null) return entry;
  throw refuse.conflict({
    zh: '该条目已被更正，请改用更正后的条目（amendment）',
    en: 'Another entry has replaced this one. Use the newer entry (`amendment`)',
  });
}

/** Commands on an entry are for the center that keeps it. */
export const centerOfEntry = async (
  { ledgerEntryId }: { readonly ledgerEntryId: string },
  transaction: StreetTransaction,
): Promise<CommandTarget> => ({ center: (await transaction.get(LedgerEntry, ledgerEntryId)).centerCode });
