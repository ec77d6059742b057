import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import type { TableClass } from '@mtg/commands';
import type { ClientBase } from 'pg';
import copyStreams from 'pg-copy-streams';
import type { DataSource } from 'typeorm';
import type { SampleRow } from './sheet';

/** Rows that go to the server in one piece. */
const PIECE = 500;

/** Writes rows of one table by COPY. */
export async function copyRows(
  database: DataSource,
  client: ClientBase,
  table: TableClass,
  rows: readonly SampleRow[],
): Promise<void> {
  const { tableName, columns } = database.getMetadata(table);
  const properties = columns.map(({ propertyName }) => propertyName);
  const names = columns.map(({ databaseName }) => `"${databaseName}"`).join(', ');
  const stream = client.query(copyStreams.from(`COPY "${tableName}" (${names}) FROM STDIN`));
  await pipeline(Readable.from(pieces(rows, properties)), stream);
}

function* pieces(rows: readonly SampleRow[], properties: readonly string[]): Generator<Buffer> {
  for (let first = 0; first < rows.length; first += PIECE) {
    const lines = rows
      .slice(first, first + PIECE)
      .map((row) => `${properties.map((property) => encode(row[property])).join('\t')}\n`);
    yield Buffer.from(lines.join(''));
  }
}

/** A value in the text format of COPY. */
function encode(value: unknown): string {
  if (value === null) return String.raw`\N`;
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return escape(value);
  if (Array.isArray(value)) return escape(`{${value.map((item) => quote(String(item))).join(',')}}`);
  throw new TypeError('a sample row lacks a column');
}

const quote = (item: string): string => `"${item.replaceAll(/["\\]/gu, String.raw`\$&`)}"`;

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

const escape = (text: string): string =>
  /[\\\t\n\r]/u.test(text) ? text.replaceAll(/[\\\t\n\r]/gu, (letter) => ESCAPES[letter] ?? letter) : text;
