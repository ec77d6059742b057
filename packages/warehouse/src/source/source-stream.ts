import { escapeIdentifier, escapeLiteral, type ClientBase } from 'pg';
import copyStreams from 'pg-copy-streams';
import { copiedValues } from '../replication/copied-values';
import { formatLsn, parseLsn, type Lsn } from '../replication/lsn';

/** Schema with the functions that the program of the source made for its readers. */
const FUNCTIONS = 'mtg_sharing';

/** A moment of a source's log. */
export interface LogMoment {
  /** Everything before it can be read. */
  readonly flushed: Lsn;
  /** No transaction that had ended by now is noted behind it. */
  readonly inserted: Lsn;
  /** Differs whenever another transaction that wrote has ended. */
  readonly ended: string;
}

/**
 * The changes that a source shares, read by functions of the source. They hold a slot, which keeps the log until it is
 * acknowledged: what a reader did not store before it ended is read again.
 */
export class SourceStream {
  constructor(
    private readonly source: ClientBase,
    private readonly slot: string,
  ) {}

  /** Makes the slot. @returns the position from which on it has every change */
  async createSlot(): Promise<Lsn> {
    return parseLsn(await this.#call('create_slot($1)', [this.slot]));
  }

  async dropSlot(): Promise<void> {
    await this.#call('drop_slot($1)', [this.slot]);
  }

  /** A look costs the source some 30 µs. */
  async look(): Promise<LogMoment> {
    const { rows } = await this.source.query<{ flushed: string; inserted: string; ended: string }>(
      'SELECT pg_current_wal_flush_lsn() AS flushed, pg_current_wal_insert_lsn() AS inserted, pg_current_snapshot()::text AS ended',
    );
    const [row] = rows;
    if (!row) throw new Error('the source does not say where its log ends');
    return { flushed: parseLsn(row.flushed), inserted: parseLsn(row.inserted), ended: row.ended };
  }

  /**
   * Reads whole transactions, in the order of their commits, that have not been acknowledged.
   *
   * @param upto end of what is read
   * @param most messages after which no other transaction follows
   */
  changes(upto: Lsn, most: number): AsyncGenerator<readonly Buffer[]> {
    const call = `changes(${escapeLiteral(this.slot)}, ${escapeLiteral(formatLsn(upto))}, ${most})`;
    const copy = copyStreams.to(`COPY (SELECT ${FUNCTIONS}.${call}) TO STDOUT (FORMAT binary)`);
    return copiedValues(this.source.query(copy));
  }

  /**
   * Lets the source forget its log before a position.
   *
   * @returns bytes of the log that the source has to look through again for the next changes
   */
  async acknowledge(position: Lsn): Promise<number> {
    return Number(await this.#call('acknowledge($1, $2)', [this.slot, formatLsn(position)]));
  }

  /**
   * Writes a mark into the log from which on the next changes can be looked for.
   *
   * @returns its position; undefined where the source may not
   */
  async markLog(): Promise<Lsn | undefined> {
    const mark = await this.#call('mark_log()', []);
    return mark === '' ? undefined : parseLsn(mark);
  }

  async #call(call: string, values: readonly string[]): Promise<string> {
    const { rows } = await this.source.query<{ result: string | null }>(
      `SELECT ${escapeIdentifier(FUNCTIONS)}.${call} AS result`,
      [...values],
    );
    return rows[0]?.result ?? '';
  }
}
