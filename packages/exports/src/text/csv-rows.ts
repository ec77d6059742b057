import type { Readable } from 'node:stream';
import type { FileColumn } from '../rows/file-columns';
import { portionsOf, type Portion } from '../rows/portions';
import { plainWriter, type WriteValue } from './plain-values';
import { TextOut } from './text-out';

const COMMA = 44;
const NEWLINE = 10;
const QUOTE = 34;
const APOSTROPHE = 39;

/** Characters because of which a text is put into quotes. */
const QUOTED = flags(',"\n\r');
/** Begin a formula for a spreadsheet, or are left out by it before one. */
const FORMULA = flags('=+-@\t\r');

function flags(characters: string): Uint8Array {
  const marked = new Uint8Array(256);
  for (const character of characters) marked[character.charCodeAt(0)] = 1;
  return marked;
}

/** Writes rows as lines of CSV, as PostgreSQL does. @param copy rows in binary format */
export async function* csvRows(
  copy: Readable,
  columns: readonly FileColumn[],
  escapesFormulas: boolean,
): AsyncGenerator<Buffer> {
  const out = new TextOut();
  const writers = columns.map(
    ({ sql }) =>
      plainWriter(sql) ?? (escapesFormulas && sql !== 'double precision' ? writeHarmless : writeText),
  );
  for await (const portion of portionsOf(copy, columns.length)) {
    writeRows(out, portion, writers);
    yield out.taken();
  }
}

function writeRows(
  out: TextOut,
  { bytes, view, starts, rows }: Portion,
  writers: readonly WriteValue[],
): void {
  const width = writers.length;
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const at = starts[row * width + column] ?? 0;
      const length = view.getInt32(at - 4);
      out.expect(length * 2 + 64);
      if (column > 0) out.byte(COMMA);
      if (length >= 0) writers[column]?.(out, bytes, view, at, length);
    }
    out.byte(NEWLINE);
  }
}

const writeText: WriteValue = (out, bytes, _view, at, length) => {
  const { bytes: room, at: begin } = out;
  for (let offset = 0; offset < length; offset += 1) {
    const byte = bytes[at + offset] ?? 0;
    if (QUOTED[byte] === 1) {
      writeQuoted(out, bytes, at, length);
      return;
    }
    room[begin + offset] = byte;
  }
  out.at += length;
  // Absent is what has no quotes.
  if (length === 0) out.ascii('""');
};

function writeQuoted(out: TextOut, bytes: Uint8Array, at: number, length: number): void {
  out.byte(QUOTE);
  for (let offset = 0; offset < length; offset += 1) {
    const byte = bytes[at + offset] ?? 0;
    if (byte === QUOTE) out.byte(QUOTE);
    out.byte(byte);
  }
  out.byte(QUOTE);
}

/** A text that a spreadsheet does not compute. */
const writeHarmless: WriteValue = (out, bytes, view, at, length) => {
  if (length === 0 || FORMULA[bytes[at] ?? 0] !== 1) {
    writeText(out, bytes, view, at, length);
    return;
  }
  const harmless = Buffer.concat([Buffer.from([APOSTROPHE]), bytes.subarray(at, at + length)]);
  writeText(out, harmless, view, 0, harmless.length);
};
