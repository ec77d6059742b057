import type { Readable } from 'node:stream';
import type { FileColumn } from '../rows/file-columns';
import { portionsOf, type Portion } from '../rows/portions';
import { plainWriter, type WriteValue } from './plain-values';
import { TextOut } from './text-out';

const QUOTE = 34;
const BACKSLASH = 92;
const NULL = Buffer.from('null');
const END = Buffer.from('}\n');
/** Bytes below are written by number, or by a letter. */
const FIRST_PLAIN = 32;
const LETTERS: ReadonlyMap<number, string> = new Map([
  [8, 'b'],
  [9, 't'],
  [10, 'n'],
  [12, 'f'],
  [13, 'r'],
]);

/** Writes each row as an object of JSON. @param copy rows in binary format, with lists as JSON */
export async function* jsonRows(copy: Readable, columns: readonly FileColumn[]): AsyncGenerator<Buffer> {
  const out = new TextOut();
  const writers = columns.map(({ sql }) => writerOf(sql));
  const names = columns.map(({ name }, index) =>
    Buffer.from(`${index === 0 ? '{' : ','}${JSON.stringify(name)}:`),
  );
  for await (const portion of portionsOf(copy, columns.length)) {
    writeRows(out, portion, { writers, names });
    yield out.taken();
  }
}

function writeRows(
  out: TextOut,
  { bytes, view, starts, rows }: Portion,
  { writers, names }: { readonly writers: readonly WriteValue[]; readonly names: readonly Uint8Array[] },
): void {
  const width = writers.length;
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const at = starts[row * width + column] ?? 0;
      const length = view.getInt32(at - 4);
      const name = names[column] ?? NULL;
      out.expect(name.length + length * 6 + 64);
      out.raw(name);
      if (length < 0) out.raw(NULL);
      else writers[column]?.(out, bytes, view, at, length);
    }
    out.raw(END);
  }
}

function writerOf(sql: FileColumn['sql']): WriteValue {
  if (sql === 'text') return writeText;
  if (sql === 'text[]' || sql === 'double precision') return writeAsItIs;
  const write = plainWriter(sql) ?? writeText;
  if (sql === 'int' || sql === 'bigint' || sql === 'boolean') return write;
  return (out, bytes, view, at, length) => {
    out.byte(QUOTE);
    write(out, bytes, view, at, length);
    out.byte(QUOTE);
  };
}

const writeAsItIs: WriteValue = (out, bytes, _view, at, length) => {
  out.bytes.set(bytes.subarray(at, at + length), out.at);
  out.at += length;
};

const writeText: WriteValue = (out, bytes, view, at, length) => {
  const { bytes: room } = out;
  const begin = out.at + 1;
  room[begin - 1] = QUOTE;
  for (let offset = 0; offset < length; offset += 1) {
    const byte = bytes[at + offset] ?? 0;
    if (byte < FIRST_PLAIN || byte === QUOTE || byte === BACKSLASH) {
      writeEscaped(out, bytes, view, at, length);
      return;
    }
    room[begin + offset] = byte;
  }
  room[begin + length] = QUOTE;
  out.at = begin + length + 1;
};

const writeEscaped: WriteValue = (out, bytes, _view, at, length) => {
  out.byte(QUOTE);
  for (let offset = 0; offset < length; offset += 1) {
    const byte = bytes[at + offset] ?? 0;
    if (byte < FIRST_PLAIN) {
      const letter = LETTERS.get(byte);
      out.ascii(letter === undefined ? `\\u00${byte.toString(16).padStart(2, '0')}` : `\\${letter}`);
      continue;
    }
    if (byte === QUOTE || byte === BACKSLASH) out.byte(BACKSLASH);
    out.byte(byte);
  }
  out.byte(QUOTE);
};
