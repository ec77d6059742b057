import { UnreadableFile } from './unreadable';

/**
 * Text of a file in UTF-8 (with or without BOM) or GB18030, the encoding of office software in China. UTF-8 is
 * tried first: GB18030 text is practically never valid UTF-8, whereas UTF-8 bytes often pass as GB18030.
 *
 * @throws UnreadableFile when the bytes are in neither, or hold the character U+0000
 */
export function decodeText(bytes: Uint8Array): string {
  for (const encoding of ['utf-8', 'gb18030']) {
    let text: string;
    try {
      text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      continue;
    }
    // UTF-16 without its mark looks like this; PostgreSQL could not store it either.
    if (!text.includes('\0')) return text;
  }
  throw new UnreadableFile('文件编码须为 UTF-8 或 GB18030 · The file must be encoded in UTF-8 or GB18030');
}
