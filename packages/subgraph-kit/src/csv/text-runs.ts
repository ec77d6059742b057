/** Bytes that are not ASCII, without any ASCII among them: a word of Chinese, most often. */
export interface TextRun {
  readonly start: number;
  readonly end: number;
  /** Bytes in characters of Chinese text that read as UTF-8. */
  readonly utf8: number;
  /** Reads as GB 2312 from its first byte to its last: what Chinese text in GB18030 is mostly made of. */
  readonly isGb2312: boolean;
}

/** The runs of a file, in order. */
export function* textRuns(bytes: Uint8Array): Generator<TextRun> {
  for (let start = 0; start < bytes.length; start += 1) {
    if (at(bytes, start) < 0x80) continue;
    let end = start + 1;
    while (at(bytes, end) >= 0x80) end += 1;
    yield {
      start,
      end,
      utf8: utf8BytesOfChinese(bytes, start, end),
      isGb2312: readsAsGb2312(bytes, start, end),
    };
    start = end;
  }
}

/** Length of the character of UTF-8 that begins here; 0 when none does. */
export function utf8Length(bytes: Uint8Array, place: number): number {
  const lead = at(bytes, place);
  const length = lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  for (let next = 1; next < length; next += 1) {
    if ((at(bytes, place + next) & 0xc0) !== 0x80) return 0;
  }
  const second = at(bytes, place + 1);
  const isOutside =
    (lead === 0xe0 && second < 0xa0) || // longer than need be
    (lead === 0xed && second > 0x9f) || // surrogates
    (lead === 0xf0 && second < 0x90) ||
    (lead === 0xf4 && second > 0x8f);
  return isOutside ? 0 : length;
}

/** Beyond the end there are only zeros. */
const at = (bytes: Uint8Array, place: number): number => bytes[place] ?? 0;

/** Punctuation, ideographs, and full-width letters: where the characters of three bytes in Chinese text come from. */
const isChinese = (lead: number, second: number): boolean =>
  (lead >= 0xe3 && lead <= 0xe9) || (lead === 0xe2 && second === 0x80) || (lead === 0xef && second >= 0xbc);

function utf8BytesOfChinese(bytes: Uint8Array, start: number, end: number): number {
  let found = 0;
  for (let place = start; place < end;) {
    const length = utf8Length(bytes, place);
    if (length >= 3 && (length === 4 || isChinese(at(bytes, place), at(bytes, place + 1)))) found += length;
    place += Math.max(length, 1);
  }
  return found;
}

function readsAsGb2312(bytes: Uint8Array, start: number, end: number): boolean {
  if ((end - start) % 2 !== 0) return false;
  for (let place = start; place < end; place += 2) {
    const lead = at(bytes, place);
    if (lead < 0xa1 || lead > 0xf7 || at(bytes, place + 1) < 0xa1) return false;
  }
  return true;
}
