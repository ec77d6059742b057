import type { StreamedValue } from '../replication/pgoutput';
import type { Lsn } from '../replication/lsn';

/** A row as it is after the changes of a batch; null if it is gone. */
export type RowAfter = readonly StreamedValue[] | null;

/** Changes of one table, each row once. */
export interface TableChanges {
  /** The table was emptied before these. */
  emptied: boolean;
  readonly rows: Map<string, RowAfter>;
}

/** End of the last whole transaction of a batch. */
export interface Commit {
  readonly end: Lsn;
  readonly at: Date;
}

/** Changes of a source in its order, joined per row, until they are written. */
export class ChangeBatch {
  readonly tables = new Map<string, TableChanges>();
  /** Set if the batch ends with a transaction, and not within one. */
  commit: Commit | undefined;
  bytes = 0;

  /** @param id value of the key column */
  put(table: string, id: string, values: readonly StreamedValue[]): void {
    const { rows } = this.#of(table);
    const before = rows.get(id);
    // A large value that has not changed is not sent: it is what an earlier change of the batch said.
    rows.set(
      id,
      before && values.includes(undefined)
        ? values.map((value, index) => (value === undefined ? before[index] : value))
        : values,
    );
  }

  remove(table: string, id: string): void {
    this.#of(table).rows.set(id, null);
  }

  empty(table: string): void {
    this.tables.set(table, { emptied: true, rows: new Map() });
  }

  #of(table: string): TableChanges {
    const known = this.tables.get(table);
    if (known) return known;
    const made: TableChanges = { emptied: false, rows: new Map() };
    this.tables.set(table, made);
    return made;
  }
}
