import type { Rows } from '../columns/place';
import type { Page } from './page';

/** Values of a column that is written, of the group of rows so far. */
export interface ParquetColumn {
  /** Takes the values of some rows. */
  add(rows: Rows): void;
  /** Bytes that the group has in memory. */
  readonly held: number;
  /** Hands out the column of the group, and begins the next one. */
  take(): ColumnChunkParts;
}

/** Smallest and largest value, as they are compared: bytes of a text, numbers otherwise. */
export type Bound = Uint8Array | number | bigint | boolean;

/** A column of a group of rows. */
export interface ColumnChunkParts {
  readonly dictionary: { readonly count: number; readonly values: Uint8Array } | undefined;
  readonly pages: readonly Page[];
  readonly least: Bound | undefined;
  readonly most: Bound | undefined;
}
