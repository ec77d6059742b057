import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { DatasetTitle } from '../rows/file-content';
import { headerOf, type FileColumn } from '../rows/file-columns';
import type { HeaderNames } from '../request/parameters';
import { sheetRows } from './sheet-rows';
import { SHEET_FILE, workbookFiles } from './workbook-files';

/** A sheet has so many rows, of which the header is one. */
export const MOST_XLSX_ROWS = 1_048_576 - 1;

/** A file beyond 4 GB takes the newer form of ZIP, which fewer readers know. */
const MOST_PLAIN_CELLS = 20_000_000;
/** XML repeats itself: more would take longer than PostgreSQL reads. */
const LEVEL = 1;
/** Files of equal rows are equal. */
const MADE_AT = new Date('2026-01-01T00:00:00Z');

/** Contents of a sheet. */
interface Sheet {
  readonly dataset: DatasetTitle;
  readonly columns: readonly FileColumn[];
  readonly header: HeaderNames;
  readonly rows: number;
}

/** Writes a workbook of one sheet with one table. @param copy rows in binary format */
export function xlsxOf(copy: Readable, { dataset, columns, header, rows }: Sheet): Readable {
  const zip = new ZipFile();
  const sheet = Readable.from(sheetRows(copy, columns, headerOf(columns, header)), { objectMode: false });
  const forceZip64Format = rows * columns.length > MOST_PLAIN_CELLS;
  const options = { mtime: MADE_AT, compressionLevel: LEVEL, forceZip64Format };
  const name = header === 'zh' ? sheetName(dataset.zh) : dataset.name;
  for (const [path, text] of workbookFiles(name)) zip.addBuffer(Buffer.from(text), path, options);
  zip.addReadStream(sheet, SHEET_FILE, options);
  zip.end();
  // It is a PassThrough of Node.
  const file = zip.outputStream as Readable;
  zip.on('error', (error: Error) => file.destroy(error));
  file.once('close', () => sheet.destroy());
  return file;
}

/** A name that Excel takes: it allows 31 characters, and not all. */
const sheetName = (title: string): string => title.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31);
