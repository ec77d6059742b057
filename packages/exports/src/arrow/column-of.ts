import { EPOCH_DAYS, EPOCH_MICROSECONDS } from '../columns/epoch';
import type { ColumnPlace } from '../columns/place';
import type { FileColumn } from '../rows/file-columns';
import { BooleanColumn } from './boolean-column';
import type { ArrowColumn } from './column';
import { Int32Column } from './int32-column';
import { Int64Column } from './int64-column';
import { TextColumn } from './text-column';

/** A column by its type. */
export function arrowColumn({ sql }: FileColumn, place: ColumnPlace): ArrowColumn {
  switch (sql) {
    case 'boolean':
      return new BooleanColumn(place);
    case 'int':
      return new Int32Column(place, 0);
    case 'date':
      return new Int32Column(place, EPOCH_DAYS);
    case 'bigint':
    // Of a number with decimals only the order of its eight bytes changes, as in a whole one.
    case 'double precision':
      return new Int64Column(place, 0n);
    case 'timestamptz':
      return new Int64Column(place, EPOCH_MICROSECONDS);
    case 'text':
    case 'text[]':
    case 'uuid':
    default:
      return new TextColumn(place);
  }
}
