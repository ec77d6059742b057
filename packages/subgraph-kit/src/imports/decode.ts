import { textRuns, utf8Length, type TextRun } from './text-runs';
import { UnreadableFile } from './unreadable';

/**
 * Text of a file in UTF-8, UTF-16 or GB18030, the encoding of office software in China. Which one is decided by evidence
 * from the whole file: a mark at its start; that all of it is valid UTF-8; zeros at every other byte. What is left is
 * GB18030 unless words in it read as UTF-8: such a file is damaged UTF-8 or a mixture of both, and is refused with the place,
 * since the other reading would turn names into other characters.
 *
 * @throws UnreadableFile when it is in none of them, or in two
 */
export function decodeText(bytes: Uint8Array): string {
  const [b0 = 0, b1 = 0] = bytes;
  if (b0 === 0xff && b1 === 0xfe) return decodeWhole(bytes, 'utf-16le');
  if (b0 === 0xfe && b1 === 0xff) return decodeWhole(bytes, 'utf-16be');
  const wide = wideEncoding(bytes);
  if (wide) return decodeWhole(bytes, wide);
  const broken = firstBrokenUtf8(bytes);
  const isMarked = startsWithUtf8Mark(bytes);
  if (broken === undefined) {
    return decodeWhole(bytes, !isMarked && isChineseByChance(bytes) ? 'gb18030' : 'utf-8');
  }
  if (isMarked) throw damaged(bytes, broken);
  requireOneEncoding(bytes, broken);
  return decodeWhole(bytes, 'gb18030');
}

const NEITHER =
  '文件编码须为 UTF-8 或 GB18030 · The file must be encoded in UTF-8 or GB18030 (UTF-16 is read too)';

function decodeWhole(bytes: Uint8Array, encoding: string): string {
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableFile(NEITHER);
  }
  // No text has it, and PostgreSQL could not store it.
  if (text.includes('\0')) throw new UnreadableFile(NEITHER);
  return text;
}

/** UTF-16 without its mark: the comma, the line end and every other letter of ASCII have a zero beside them. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes.length % 2 !== 0) return undefined;
  let even = 0;
  let odd = 0;
  for (const [place, byte] of bytes.entries()) {
    if (byte !== 0) continue;
    if (place % 2 === 0) even += 1;
    else odd += 1;
  }
  if (odd > 0 && even === 0) return 'utf-16le';
  return even > 0 && odd === 0 ? 'utf-16be' : undefined;
}

const startsWithUtf8Mark = ([b0, b1, b2]: Uint8Array): boolean => b0 === 0xef && b1 === 0xbb && b2 === 0xbf;

/**
 * Some words in GB18030 are valid UTF-8, in which they are letters of Greek or Hebrew: 目录, 员. A file that has no other
 * words is Chinese all the same.
 */
function isChineseByChance(bytes: Uint8Array): boolean {
  let runs = 0;
  for (const { utf8, isGb2312 } of textRuns(bytes)) {
    if (utf8 > 0 || !isGb2312) return false;
    runs += 1;
  }
  return runs > 0;
}

function firstBrokenUtf8(bytes: Uint8Array): number | undefined {
  for (let place = 0; place < bytes.length;) {
    const length = utf8Length(bytes, place);
    if (length === 0) return place;
    place += length;
  }
  return undefined;
}

/** Two characters: fewer are found by chance in text of the other encoding. */
const LEAST_UTF8 = 6;

/**
 * @param broken first byte that is not UTF-8
 * @throws UnreadableFile naming the line and the column, when the file is UTF-8 that is damaged, or holds both encodings
 */
function requireOneEncoding(bytes: Uint8Array, broken: number): void {
  let utf8 = 0;
  let gb2312 = 0;
  let stray: TextRun | undefined;
  for (const run of textRuns(bytes)) {
    const length = run.end - run.start;
    if (run.isGb2312) gb2312 += length;
    else if (run.utf8 * 2 >= length) {
      utf8 += run.utf8;
      if (run.utf8 >= LEAST_UTF8 && run.utf8 * 3 >= length * 2) stray ??= run;
    }
  }
  if (utf8 > gb2312) throw damaged(bytes, broken);
  if (stray) throw mixed(bytes, stray.start);
}

function damaged(bytes: Uint8Array, place: number): UnreadableFile {
  const { line, column } = placeOf(bytes, place, 'utf-8');
  const byte = `0x${(bytes[place] ?? 0).toString(16).toUpperCase().padStart(2, '0')}`;
  return new UnreadableFile(
    `第 ${line} 行第 ${column} 个字符处的字节 ${byte} 不是 UTF-8，而文件其余部分是：此处已损坏，或混入了另一种编码。请改正此处，并全文以 UTF-8 保存 · ` +
      `line ${line}, column ${column}: the byte ${byte} is not UTF-8, and the rest of the file is; it is damaged there, or another encoding is mixed in. Correct that place and save the whole as UTF-8`,
  );
}

function mixed(bytes: Uint8Array, place: number): UnreadableFile {
  const { line, column } = placeOf(bytes, place, 'gb18030');
  return new UnreadableFile(
    `第 ${line} 行自第 ${column} 个字符起是 UTF-8，而文件其余部分是 GB18030。请全文以 UTF-8 保存 · ` +
      `line ${line}, column ${column}: here the file is UTF-8, and GB18030 elsewhere. Save the whole as UTF-8`,
  );
}

/** Where a byte stands, as an editor counts: lines and characters from 1. */
function placeOf(bytes: Uint8Array, place: number, encoding: string): { line: number; column: number } {
  const before = new TextDecoder(encoding).decode(bytes.subarray(0, place));
  const lines = before.split(/\r\n|\r|\n/);
  return { line: lines.length, column: Array.from(lines.at(-1) ?? '').length + 1 };
}
