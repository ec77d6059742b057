import { amendedEntry, enteredIntoLedger, verifiedEntry, type LedgerAct } from '@mtg/governance';
import type { WorkValues } from '@mtg/commands';
import type { WriteCounts } from '@mtg/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { LedgerEntry } from '../ledger-entry';
import type { LineOutcome } from './compare-line';
import type { LedgerLine } from './ledger-line';

const ROWS_PER_STATEMENT = 500;

/** Writes the lines of a file as the commands write their inputs. */
export class LedgerWriter {
  readonly counts: WriteCounts = { inserted: 0, updated: 0, unchanged: 0 };
  readonly targets: string[] = [];
  /** New entries that are not written yet: many lines take one statement, while commands wait. */
  #waiting: Omit<LedgerEntry, 'id'>[] = [];

  constructor(
    private readonly manager: EntityManager,
    private readonly act: LedgerAct,
    private readonly fileName: string,
  ) {}

  async write({
    line,
    row,
    outcome,
  }: {
    readonly line: number;
    readonly row: LedgerLine;
    readonly outcome: LineOutcome;
  }): Promise<void> {
    const { centerCode, communityCode, kind } = row;
    const place = { centerCode, communityCode, kind };
    const { entry } = outcome;
    if (outcome.kind === 'UNCHANGED') {
      this.counts.unchanged += 1;
    } else if (!entry) {
      await this.#insert({ ...enteredIntoLedger(this.act, row), ...place, previousId: null, reason: null });
      this.counts.inserted += 1;
    } else if (outcome.kind === 'VERIFY') {
      await this.#change(entry, verifiedEntry(this.act, entry, row.verifiedOn));
      this.counts.updated += 1;
    } else {
      const { entered, amended } = amendedEntry(this.act, entry, row);
      await this.#change(entry, amended);
      const reason = `import:${this.fileName}:${line}`;
      await this.#insert({ ...entered, ...place, previousId: entry.id, reason });
      this.counts.updated += 1;
    }
  }

  /** Writes the new entries that wait. To be called after the last line. */
  async flush(): Promise<void> {
    if (this.#waiting.length === 0) return;
    const { identifiers } = await this.manager.insert(LedgerEntry, this.#waiting);
    this.targets.push(...identifiers.map(({ id }) => String(id)));
    this.#waiting = [];
  }

  async #insert(values: WorkValues<LedgerEntry>): Promise<void> {
    const { now } = this.act;
    this.#waiting.push({
      ...values,
      version: 1,
      createdAt: now,
      updatedAt: now,
      deletedAt: null,
      sample: false,
    });
    if (this.#waiting.length >= ROWS_PER_STATEMENT) await this.flush();
  }

  async #change({ id, version }: LedgerEntry, values: Partial<WorkValues<LedgerEntry>>): Promise<void> {
    const next = { ...values, version: version + 1, updatedAt: this.act.now };
    await this.manager.update(LedgerEntry, { id, version }, next);
    this.targets.push(id);
  }
}
