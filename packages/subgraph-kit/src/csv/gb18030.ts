/** Length of the character of GB18030 that begins here; 0 when none does. */
function gb18030Length(bytes: Uint8Array, place: number): number {
  const [lead = 0, second = 0, third = 0, fourth = 0] = bytes.subarray(place, place + 4);
  if (lead < 0x80) return 1;
  if (lead === 0x80 || lead === 0xff) return 0;
  if (isDigit(second)) return third > 0x80 && third < 0xff && isDigit(fourth) ? 4 : 0;
  return second >= 0x40 && second !== 0x7f && second !== 0xff ? 2 : 0;
}

const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;

/** First byte that no character of GB18030 begins with, or goes on with. */
export function firstBrokenGb18030(bytes: Uint8Array): number | undefined {
  for (let place = 0; place < bytes.length;) {
    const length = gb18030Length(bytes, place);
    if (length === 0) return place;
    place += length;
  }
  return undefined;
}

/**
 * Letters that lists in Chinese have none of, and that bytes of Big5 and other encodings become: kana, Cyrillic, Greek,
 * bopomofo, frames, and characters of private use.
 */
const FOREIGN =
  /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Bopomofo}\p{Co}€\u2500-\u257F]/u;
const IDEOGRAPH = /\p{Ideographic}/u;

/** A character of a file, and its byte. */
interface FoundCharacter {
  readonly character: string;
  readonly place: number;
}

/**
 * Evidence against a file being in GB18030 though its bytes may be: a foreign letter, or many ideographs that Chinese text
 * has few of, since GB 2312 lacks them.
 *
 * @param text the same bytes, decoded
 */
export function firstImplausible(bytes: Uint8Array, text: string): FoundCharacter | undefined {
  let ideographs = 0;
  const rare: FoundCharacter[] = [];
  let place = 0;
  for (const character of text) {
    const length = gb18030Length(bytes, place);
    if (length > 1 && FOREIGN.test(character)) return { character, place };
    if (length > 1 && IDEOGRAPH.test(character)) {
      ideographs += 1;
      if (!isGb2312(bytes, place, length)) rare.push({ character, place });
    }
    place += length;
  }
  return rare.length >= 2 && rare.length * 3 >= ideographs ? rare[0] : undefined;
}

function isGb2312(bytes: Uint8Array, place: number, length: number): boolean {
  const [lead = 0, trail = 0] = bytes.subarray(place, place + 2);
  return length === 2 && lead >= 0xb0 && lead <= 0xf7 && trail >= 0xa1;
}
