import { escapeIdentifier } from 'pg';
import type { FileColumn } from './file-columns';
import { textValue, typedValue } from './file-values';

const projected = (values: readonly string[], rows: string): string =>
  `SELECT ${values.join(', ')}\nFROM (${rows}) AS "row"`;

/** The statement that writes rows as lines of CSV, without a header. @param rows the statement that reads them */
export const copyCsv = (rows: string, columns: readonly FileColumn[], escapesFormulas: boolean): string =>
  `COPY (${projected(
    columns.map((column) => textValue(column, escapesFormulas)),
    rows,
  )}) TO STDOUT WITH (FORMAT csv)`;

/**
 * The statement that writes each row as an object of JSON. Text format would escape its backslashes; in this one nothing is
 * quoted, since JSON has no control characters.
 */
export const copyJson = (rows: string, columns: readonly FileColumn[]): string =>
  `COPY (SELECT row_to_json("line") FROM (${projected(
    columns.map(({ name }) => escapeIdentifier(name)),
    rows,
  )}) AS "line") TO STDOUT WITH (FORMAT csv, QUOTE E'\\x01', DELIMITER E'\\x02')`;

/** The statement that writes rows in PostgreSQL's binary format. */
export const copyBinary = (rows: string, columns: readonly FileColumn[]): string =>
  `COPY (${projected(columns.map(typedValue), rows)}) TO STDOUT WITH (FORMAT binary)`;
