import type { Rows } from '../columns/place';

/** A column of a batch as Arrow lays it out, until the column is cleared. */
export interface ColumnBuffers {
  readonly nulls: number;
  /** A bit for each row, set where it has a value. */
  readonly validity: Uint8Array;
  readonly values: Uint8Array;
  /** Where each text begins and the last one ends. */
  readonly offsets?: Int32Array;
}

/** Values of a column that is written, of the batch so far. */
export interface ArrowColumn {
  /** Takes the values of some rows. */
  add(rows: Rows): void;
  /** Bytes that the batch has in memory. */
  readonly held: number;
  readonly buffers: ColumnBuffers;
  /** Begins the next batch. */
  clear(): void;
}
