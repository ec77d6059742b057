import { firstBrokenGb18030, firstImplausible } from './gb18030';
import { textRuns, utf8Length, type TextRun } from './text-runs';
import { damaged, endOf, implausible, mixed, unknownByte, withZero } from './undecodable';
import { UnreadableFile } from './unreadable';

/**
 * Text of a file in UTF-8, UTF-16 or GB18030, the encoding of office software in China. Which one is decided by evidence
 * from the whole file: a mark at its start; that all of it is valid UTF-8; zeros at every other byte. What is left is
 * GB18030 unless words in it read as UTF-8: such a file is damaged UTF-8 or a mixture of both, and is refused with the place,
 * since the other reading would turn names into other characters; so is one that reads as no list in Chinese does.
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
    return !isMarked && isChineseByChance(bytes) ? decodeGb18030(bytes) : decodeWhole(bytes, 'utf-8');
  }
  if (isMarked) throw damaged(bytes, broken);
  requireOneEncoding(bytes, broken);
  return decodeGb18030(bytes);
}

/** @throws UnreadableFile naming the line and the column of what is not GB18030, or is hardly meant to be */
function decodeGb18030(bytes: Uint8Array): string {
  const broken = firstBrokenGb18030(bytes);
  if (broken !== undefined) throw unknownByte(bytes, broken);
  const text = decodeWhole(bytes, 'gb18030');
  const found = firstImplausible(bytes, text);
  if (found) throw implausible(bytes, found.place, found.character);
  return text;
}

const NEITHER =
  '文件编码须为 UTF-8、UTF-16 或 GB18030 · The file must be encoded in UTF-8, UTF-16 or GB18030';

function decodeWhole(bytes: Uint8Array, encoding: string): string {
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableFile(NEITHER);
  }
  // No text has it, and PostgreSQL could not store it.
  const zero = text.indexOf('\0');
  if (zero >= 0) throw withZero(endOf(text.slice(0, zero)));
  return text;
}

/** Line ends, tab, comma and semicolon. */
const STRUCTURE: ReadonlySet<number> = new Set([0x0a, 0x0d, 0x09, 0x2c, 0x3b]);

/** UTF-16 without its mark: commas and line ends have a zero beside them, which a stray zero in other text does not make. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes.length % 2 !== 0) return undefined;
  const zeros = [0, 0] as [number, number];
  let beside = 0;
  let alone = 0;
  for (const [place, byte] of bytes.entries()) {
    if (byte === 0) zeros[place % 2 === 0 ? 0 : 1] += 1;
    if (!STRUCTURE.has(byte)) continue;
    if (bytes[place % 2 === 0 ? place + 1 : place - 1] === 0) beside += 1;
    else alone += 1;
  }
  const [even, odd] = zeros;
  if (alone > beside) return undefined;
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

/** Two characters, or one by itself: others are found by chance in text of the other encoding. */
const LEAST_UTF8 = 6;
const ALONE = 3;

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
      const isWord = run.utf8 >= LEAST_UTF8 && run.utf8 * 3 >= length * 2;
      if (isWord || (length === ALONE && run.utf8 === ALONE)) stray ??= run;
    }
  }
  if (utf8 > gb2312) throw damaged(bytes, broken);
  if (stray) throw mixed(bytes, stray.start);
}
