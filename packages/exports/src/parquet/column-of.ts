import { EPOCH_DAYS, EPOCH_MICROSECONDS } from '../columns/epoch';
import type { ColumnPlace } from '../columns/place';
import type { FileColumn } from '../rows/file-columns';
import { BooleanColumn } from './boolean-column';
import type { ParquetColumn } from './column';
import { DoubleColumn } from './double-column';
import { Int32Column } from './int32-column';
import { Int64Column } from './int64-column';
import { TextColumn } from './text-column';

/** A column by its type. */
export function parquetColumn({ sql }: FileColumn, place: ColumnPlace): ParquetColumn {
  switch (sql) {
    case 'boolean':
      return new BooleanColumn(place);
    case 'int':
      return new Int32Column(place, 0);
    case 'date':
      return new Int32Column(place, EPOCH_DAYS);
    case 'bigint':
      return new Int64Column(place, 0n);
    case 'timestamptz':
      return new Int64Column(place, EPOCH_MICROSECONDS);
    case 'double precision':
      return new DoubleColumn(place);
    case 'text':
    case 'text[]':
    case 'uuid':
    default:
      return new TextColumn(place);
  }
}
