/** Formats of files that a dataset is given in. */
export const FORMATS = ['csv', 'jsonl', 'parquet', 'arrow', 'xlsx'] as const;

export type Format = (typeof FORMATS)[number];

const TYPES: Readonly<Record<Format, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  jsonl: 'application/x-ndjson; charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
  arrow: 'application/vnd.apache.arrow.stream',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

export const contentTypeOf = (format: Format): string => TYPES[format];

export const isFormat = (text: string): text is Format => (FORMATS as readonly string[]).includes(text);

/** True for what a compression of the whole would not make smaller. */
export const isCompressed = (format: Format): boolean => format === 'parquet' || format === 'xlsx';
