import type { FileColumn } from './file-columns';

/** The statement that writes rows in PostgreSQL's binary format. @param rows the statement that reads them */
export const copyBinary = (
  rows: string,
  columns: readonly FileColumn[],
  valueSql: (column: FileColumn) => string,
): string =>
  `COPY (SELECT ${columns.map(valueSql).join(', ')}\nFROM (${rows}) AS "row") TO STDOUT WITH (FORMAT binary)`;
