import type { DatasetType } from '@mtg/datasets';
import type { SchemaElement } from 'hyparquet-writer';
import type { DatasetTitle } from '../rows/file-content';
import type { FileColumn } from '../rows/file-columns';

const TEXT = { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } } as const;

const TYPES: Readonly<Record<DatasetType, Omit<SchemaElement, 'name'>>> = {
  text: TEXT,
  'text[]': TEXT,
  uuid: TEXT,
  boolean: { type: 'BOOLEAN' },
  int: { type: 'INT32' },
  bigint: { type: 'INT64' },
  'double precision': { type: 'DOUBLE' },
  date: { type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } },
  timestamptz: {
    type: 'INT64',
    converted_type: 'TIMESTAMP_MICROS',
    logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MICROS' },
  },
};

/** The schema of a Parquet file, which its rows do not change. */
export const parquetSchema = (columns: readonly FileColumn[]): SchemaElement[] => [
  { name: 'root', num_children: columns.length },
  ...columns.map(({ name, sql, isSure }): SchemaElement => ({
    name,
    repetition_type: isSure ? 'REQUIRED' : 'OPTIONAL',
    ...TYPES[sql],
  })),
];

/** Labels of the dataset and its columns, as metadata of a Parquet file: `zh` and `en`, `zh.deadline` and `en.deadline` … */
export const parquetLabels = (
  { name, zh, en }: DatasetTitle,
  columns: readonly FileColumn[],
): { key: string; value: string }[] => [
  { key: 'dataset', value: name },
  { key: 'zh', value: zh },
  { key: 'en', value: en },
  ...columns.flatMap((column) => [
    { key: `zh.${column.name}`, value: column.zh },
    { key: `en.${column.name}`, value: column.en },
  ]),
];
