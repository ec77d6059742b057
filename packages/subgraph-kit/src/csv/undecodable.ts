import { UnreadableFile } from './unreadable';

/** UTF-8, but for this byte. */
export function damaged(bytes: Uint8Array, place: number): UnreadableFile {
  const { line, column } = placeOf(bytes, place, 'utf-8');
  const byte = byteAt(bytes, place);
  return new UnreadableFile(
    `第 ${line} 行第 ${column} 个字符处的字节 ${byte} 不是 UTF-8，而文件其余部分是：此处已损坏，或混入了另一种编码。请改正此处，并全文以 UTF-8 保存 · ` +
      `line ${line}, column ${column}: the byte ${byte} is not UTF-8, unlike the rest of the file: it is damaged, or another encoding is mixed in. Correct it and save the whole file as UTF-8`,
  );
}

/** GB18030, but for what begins here. */
export function mixed(bytes: Uint8Array, place: number): UnreadableFile {
  const { line, column } = placeOf(bytes, place, 'gb18030');
  return new UnreadableFile(
    `第 ${line} 行自第 ${column} 个字符起是 UTF-8，而文件其余部分是 GB18030。请全文以 UTF-8 保存 · ` +
      `line ${line}, column ${column}: the file is UTF-8 here and GB18030 elsewhere. Save the whole file as UTF-8`,
  );
}

/** In neither encoding. */
export function unknownByte(bytes: Uint8Array, place: number): UnreadableFile {
  const { line, column } = placeOf(bytes, place, 'gb18030');
  const byte = byteAt(bytes, place);
  return new UnreadableFile(
    `第 ${line} 行第 ${column} 个字符处的字节 ${byte} 无法识别。请全文以 UTF-8 保存；文件编码须为 UTF-8、UTF-16 或 GB18030 · ` +
      `line ${line}, column ${column}: the byte ${byte} is unknown. Save the whole file as UTF-8. The encoding must be UTF-8, UTF-16 or GB18030`,
  );
}

/** GB18030 by its bytes, and no Chinese by what they say. */
export function implausible(bytes: Uint8Array, place: number, character: string): UnreadableFile {
  const { line, column } = placeOf(bytes, place, 'gb18030');
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return new UnreadableFile(
    `第 ${line} 行第 ${column} 个字符按 GB18030 读作“${character}”（${code}），不像中文：文件可能是 Big5 等其他编码，或混有其他编码。请全文以 UTF-8 保存 · ` +
      `line ${line}, column ${column}: read as GB18030 this is “${character}” (${code}), which is hardly Chinese: the file may be in another encoding such as Big5, or mix several. Save the whole file as UTF-8`,
  );
}

/** Text with the character U+0000. */
export function withZero({ line, column }: Place): UnreadableFile {
  return new UnreadableFile(
    `第 ${line} 行第 ${column} 个字符是 U+0000（NUL），文本中不能有此字符。请删去，并以 UTF-8 保存；文件编码须为 UTF-8、UTF-16 或 GB18030 · ` +
      `line ${line}, column ${column}: U+0000 (NUL) is not allowed in text. Remove it and save the file as UTF-8. The encoding must be UTF-8, UTF-16 or GB18030`,
  );
}

const byteAt = (bytes: Uint8Array, place: number): string =>
  `0x${(bytes[place] ?? 0).toString(16).toUpperCase().padStart(2, '0')}`;

interface Place {
  readonly line: number;
  readonly column: number;
}

const placeOf = (bytes: Uint8Array, place: number, encoding: string): Place =>
  endOf(new TextDecoder(encoding).decode(bytes.subarray(0, place)));

/** Where what comes after a text begins. */
export function endOf(text: string): Place {
  const lines = text.split(/\r\n|\r|\n/);
  return { line: lines.length, column: Array.from(lines.at(-1) ?? '').length + 1 };
}
