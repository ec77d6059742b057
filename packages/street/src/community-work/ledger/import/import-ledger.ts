import { takeImportTurn } from '@mtg/commands';
import type { Clock } from '@mtg/governance';
import {
  doubledLines,
  inImportTransaction,
  readLinesAs,
  refuseLines,
  sha256Of,
  type ImportOptions,
  type WriteCounts,
} from '@mtg/subgraph-kit';
import { IsNull, type DataSource, type EntityManager } from 'typeorm';
import type { StreetProfile } from '../../../foundation/street-profile';
import { LedgerEntry } from '../ledger-entry';
import { outcomeOf, problemsOfChange, subjectOf, wordsFor } from './compare-line';
import { LEDGER_COLUMNS } from './ledger-columns';
import { ledgerLine } from './ledger-line';
import { actOfLine } from './line-act';
import { LedgerWriter } from './ledger-writer';
import { Places } from '../../../organization/places';

/** Name of the import in the audit. */
export const LEDGER_IMPORT = 'importLedgerEntries';

interface LedgerImportOptions extends ImportOptions {
  /** Subject of the person who imports, and so states that the entries hold. */
  readonly subject: string;
  readonly clock: Clock;
}

/**
 * Imports ledger entries of a street's centers, all or nothing, each line through the rule of the command (R27). Run again,
 * it changes nothing. With `replace`, a line verifies the entry that it repeats with a later day, and amends the one of
 * which it states something else.
 *
 * @throws UnreadableFile when the file is not CSV in a known encoding
 * @throws ImportRefused with every bad line's number, column and reason
 */
export function importLedger(
  database: DataSource,
  bytes: Uint8Array,
  profile: StreetProfile,
  { fileName, record, dryRun = false, replace = false, onProgress, subject, clock }: LedgerImportOptions,
): Promise<WriteCounts> {
  return inImportTransaction(database, dryRun, async (manager) => {
    await takeImportTurn(manager);
    const act = actOfLine(subject, clock.now());
    const places = await Places.of(manager, profile);
    const { rows, problems } = readLinesAs(bytes, LEDGER_COLUMNS, ledgerLine(places, act));
    const stored = await entriesBySubject(manager);
    const judged = rows.map(({ line, row }) => ({
      line,
      row,
      outcome: outcomeOf(row, stored.get(subjectOf(row)) ?? []),
    }));
    problems.push(
      ...doubledLines(rows, wordsFor(places), 'text'),
      ...judged.flatMap((each) => problemsOfChange(each, each.outcome, { act, places, replace })),
    );
    refuseLines(problems);
    const writer = new LedgerWriter(manager, act, fileName);
    for (const [index, each] of judged.entries()) {
      await writer.write(each);
      onProgress?.(index + 1, judged.length);
    }
    await writer.flush();
    const { counts, targets } = writer;
    if (!dryRun && targets.length > 0) {
      const { inserted, updated } = counts;
      await record(manager, { fileName, sha256: sha256Of(bytes), replace, inserted, updated, targets });
    }
    return counts;
  });
}

/** The real entries by what they are about, history included. */
async function entriesBySubject(
  manager: EntityManager,
): Promise<ReadonlyMap<string, readonly LedgerEntry[]>> {
  const entries = await manager.find(LedgerEntry, {
    where: { sample: false, deletedAt: IsNull() },
    order: { id: 'ASC' },
  });
  const found = new Map<string, LedgerEntry[]>();
  for (const entry of entries) found.set(subjectOf(entry), [...(found.get(subjectOf(entry)) ?? []), entry]);
  return found;
}
