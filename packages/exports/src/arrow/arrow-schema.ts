import { TIME_ZONE } from '@mtg/dataset-query';
import type { DatasetType } from '@mtg/datasets';
import type { DataType, Schema } from '@uwdata/flechette';
import type { DatasetTitle } from '../rows/file-content';
import type { FileColumn } from '../rows/file-columns';

/** The library of Arrow, which is loaded with the first file: it takes as long as a whole small answer. */
export type ArrowLibrary = typeof import('@uwdata/flechette');

const typesOf = ({
  utf8,
  bool,
  int32,
  int64,
  float64,
  dateDay,
  timestamp,
  TimeUnit,
}: ArrowLibrary): Readonly<Record<DatasetType, DataType>> => ({
  text: utf8(),
  'text[]': utf8(),
  uuid: utf8(),
  boolean: bool(),
  int: int32(),
  bigint: int64(),
  'double precision': float64(),
  date: dateDay(),
  timestamptz: timestamp(TimeUnit.MICROSECOND, TIME_ZONE),
});

/** The schema of a stream, which its rows do not change, with the labels of the dataset and its columns as metadata. */
export function arrowSchema(
  library: ArrowLibrary,
  { name, zh, en }: DatasetTitle,
  columns: readonly FileColumn[],
): Schema {
  const types = typesOf(library);
  return {
    fields: columns.map((column) =>
      library.field(column.name, types[column.sql], !column.isSure, labelsOf(column)),
    ),
    metadata: new Map([
      ['dataset', name],
      ['zh', zh],
      ['en', en],
    ]),
  };
}

const labelsOf = ({ zh, en, unit }: FileColumn): Map<string, string> =>
  new Map([['zh', zh], ['en', en], ...(unit === undefined ? [] : [['unit', unit] as const])]);
