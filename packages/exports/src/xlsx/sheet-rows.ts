import type { Readable } from 'node:stream';
import type { FileColumn } from '../rows/file-columns';
import { portionsOf, type Portion } from '../rows/portions';
import { plainWriter, type WriteValue } from '../text/plain-values';
import { TextOut } from '../text/text-out';
import { DAY_STYLE, escapeXml, SHEET_END, sheetHead, TIME_STYLE } from './workbook-files';

/** Longer texts make a file that Excel repairs. */
const LONGEST_TEXT = 32_767;
/** Excel counts days since the end of 1899, PostgreSQL since 2000. */
const DAYS_TO_2000 = 36_526;
const DAY = 86_400_000_000;
/** Excel's times have no offset: they show the hours of the district. */
const OFFSET = 8 * 3_600_000_000;
const HALF = 2 ** 32;
/** Room for what is written around a value. */
const AROUND = 160;

/** How a type is written: what stands between its cell's place and its value, and behind that. */
interface CellForm {
  readonly open: Buffer;
  readonly close: Buffer;
  readonly write: WriteValue;
}

const form = (open: string, close: string, write: WriteValue): CellForm => ({
  open: Buffer.from(open),
  close: Buffer.from(close),
  write,
});

const number = (attributes: string, write: WriteValue): CellForm =>
  form(`"${attributes}><v>`, '</v></c>', write);

/** Writes the sheet with one table: a header and the rows. @param copy rows in binary format */
export async function* sheetRows(
  copy: Readable,
  columns: readonly FileColumn[],
  header: readonly string[],
): AsyncGenerator<Buffer> {
  const out = new TextOut();
  const forms = columns.map(formOf);
  const places = columns.map((_, index) => Buffer.from(`<c r="${letters(index)}`));
  const names = header.map(
    (name, index) => `<c r="${letters(index)}1" t="inlineStr"><is><t>${escapeXml(name)}</t></is></c>`,
  );
  yield Buffer.from(`${sheetHead(columns)}<row r="1">${names.join('')}</row>`);
  let first = 2;
  for await (const portion of portionsOf(copy, columns.length)) {
    writeRows(out, portion, { forms, places, first });
    first += portion.rows;
    yield out.taken();
  }
  yield Buffer.from(SHEET_END);
}

const ROW = Buffer.from('<row r="');
const ROW_OPEN = Buffer.from('">');
const ROW_END = Buffer.from('</row>');

function writeRows(
  out: TextOut,
  { bytes, view, starts, rows }: Portion,
  {
    forms,
    places,
    first,
  }: { readonly forms: readonly CellForm[]; readonly places: readonly Uint8Array[]; readonly first: number },
): void {
  const width = forms.length;
  for (let row = 0; row < rows; row += 1) {
    const line = Buffer.from(String(first + row));
    out.expect(AROUND);
    out.raw(ROW);
    out.raw(line);
    out.raw(ROW_OPEN);
    for (let column = 0; column < width; column += 1) {
      const at = starts[row * width + column] ?? 0;
      const length = view.getInt32(at - 4);
      const cell = forms[column];
      const place = places[column];
      if (length < 0 || !cell || !place) continue;
      // A byte becomes seven at most, as in `_x0001_`.
      out.expect(length * 7 + AROUND);
      out.raw(place);
      out.raw(line);
      out.raw(cell.open);
      cell.write(out, bytes, view, at, length);
      out.raw(cell.close);
    }
    out.raw(ROW_END);
  }
}

/** A column's letters: A, B … Z, AA … */
function letters(index: number): string {
  const rest = Math.floor(index / 26);
  return `${rest > 0 ? letters(rest - 1) : ''}${String.fromCharCode(65 + (index % 26))}`;
}

function formOf({ sql }: FileColumn): CellForm {
  switch (sql) {
    case 'boolean':
      return number(' t="b"', (out, bytes, _view, at) => out.byte(bytes[at] === 1 ? 49 : 48));
    case 'date':
      return number(` s="${DAY_STYLE}"`, (out, _bytes, view, at) =>
        out.number(view.getInt32(at) + DAYS_TO_2000),
      );
    case 'timestamptz':
      return number(` s="${TIME_STYLE}"`, (out, _bytes, view, at) => {
        const local = view.getInt32(at) * HALF + view.getUint32(at + 4) + OFFSET;
        out.ascii(String(local / DAY + DAYS_TO_2000));
      });
    case 'double precision':
      return number('', (out, _bytes, view, at) => {
        const value = view.getFloat64(at);
        // A cell has no other than numbers.
        if (Number.isFinite(value)) out.ascii(String(value));
      });
    case 'int':
    case 'bigint':
      return number('', plainWriter(sql) ?? writeText);
    case 'text':
    case 'text[]':
    case 'uuid':
    default:
      return form('" t="inlineStr"><is><t xml:space="preserve">', '</t></is></c>', writeText);
  }
}

/** Bytes that a text has to be looked at for. */
const SPECIAL = Uint8Array.from({ length: 256 }, (_, byte) =>
  (byte < 32 && byte !== 9 && byte !== 10) || byte === 38 || byte === 60 || byte === 62 || byte === 0xef
    ? 1
    : 0,
);

/** Texts are texts: none becomes a formula. */
const writeText: WriteValue = (out, bytes, _view, at, length) => {
  const { bytes: room, at: begin } = out;
  for (let offset = 0; offset < length; offset += 1) {
    const byte = bytes[at + offset] ?? 0;
    if (SPECIAL[byte] === 1 || length > LONGEST_TEXT) {
      const text = Buffer.from(bytes.buffer, bytes.byteOffset + at, length).toString('utf8');
      out.at += out.bytes.write(escapeXml(text.slice(0, LONGEST_TEXT)), begin, 'utf8');
      return;
    }
    room[begin + offset] = byte;
  }
  out.at = begin + length;
};
