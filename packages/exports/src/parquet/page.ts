import type { Encoding } from 'hyparquet';
import { snappyCompress } from 'hyparquet-writer/src/snappy.js';
import type { Presence } from '../columns/presence';
import { levelsOf } from './levels';

/** Values of some rows of a column, as they stand in a file. */
export interface Page {
  readonly encoding: Encoding;
  readonly rows: number;
  readonly nulls: number;
  /** Which rows have a value. Undefined in a column that has one in every row. */
  readonly levels: Uint8Array | undefined;
  readonly values: Uint8Array;
  readonly isCompressed: boolean;
  /** Bytes of the values before they were compressed. */
  readonly size: number;
}

/** Makes a page of the rows so far, and begins the next. */
export function pageOf(
  presence: Presence,
  isRequired: boolean,
  { encoding, values }: { readonly encoding: Encoding; readonly values: Uint8Array },
): Page {
  const { rows, nulls } = presence;
  if (isRequired && nulls > 0) throw new Error('a column that has a value in every row has none in one');
  const levels = isRequired ? undefined : levelsOf(presence);
  presence.clear();
  return { encoding, rows, nulls, levels, size: values.length, ...compressed(values) };
}

/** Compresses bytes, where that makes them smaller. They are copied either way. */
function compressed(values: Uint8Array): Pick<Page, 'values' | 'isCompressed'> {
  const smaller = snappyCompress(values);
  return smaller.length < values.length
    ? { values: smaller, isCompressed: true }
    : { values: Buffer.from(values), isCompressed: false };
}
