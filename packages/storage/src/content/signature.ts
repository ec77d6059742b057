import { open, type FileHandle } from 'node:fs/promises';
import { namesInZip } from './zip-names';

/** Kinds of content that are told apart. */
export type Signature = 'PDF' | 'DOCX' | 'XLSX' | 'PPTX' | 'OFD' | 'JPEG' | 'PNG' | 'GIF' | 'WEBP' | 'TEXT';

const HEAD_BYTES = 4096;
const CHUNK_BYTES = 65_536;

const STARTS: readonly (readonly [Signature, RegExp])[] = [
  ['PDF', /^%PDF-\d/],
  ['JPEG', /^\xff\xd8\xff/],
  ['PNG', /^\x89PNG\r\n/],
  ['GIF', /^GIF8[79]a/],
  ['WEBP', /^RIFF[^]{4}WEBP/],
];

const PARTS: readonly (readonly [Signature, string])[] = [
  ['DOCX', 'word/document.xml'],
  ['XLSX', 'xl/workbook.xml'],
  ['PPTX', 'ppt/presentation.xml'],
  ['OFD', 'OFD.xml'],
];

/** The kind that the content of a file shows, whatever its name says; undefined for anything else. */
export async function signatureOf(path: string): Promise<Signature | undefined> {
  const file = await open(path);
  try {
    const head = Buffer.alloc(HEAD_BYTES);
    const { bytesRead } = await file.read(head, 0, HEAD_BYTES, 0);
    const start = head.toString('latin1', 0, bytesRead);
    const found = STARTS.find(([, pattern]) => pattern.test(start));
    if (found) return found[0];
    if (start.startsWith('PK\x03\x04')) return await officeOf(file);
    return (await isText(file)) && !isMarkup(head.toString('utf8', 0, bytesRead)) ? 'TEXT' : undefined;
  } finally {
    await file.close();
  }
}

/** A document with macros is a program; its name says so (docm, xlsm), and its parts do whatever it is named. */
async function officeOf(file: FileHandle): Promise<Signature | undefined> {
  const names = await namesInZip(file);
  if (names?.some((name) => /(^|\/)vbaProject\.bin$/i.test(name))) return undefined;
  return PARTS.find(([, part]) => names?.includes(part))?.[0];
}

/** Browsers take a text that begins so for a page, whatever its type. */
const isMarkup = (text: string): boolean =>
  /^\ufeff?\s*(<!|<\?|<html|<head|<body|<script|<svg|<iframe)/i.test(text);

/** Text of UTF-8 or GB 18030, without characters that no text has. */
async function isText(file: FileHandle): Promise<boolean> {
  const decoders = ['utf-8', 'gb18030'].map((encoding) => new TextDecoder(encoding, { fatal: true }));
  let able = decoders;
  const chunk = Buffer.alloc(CHUNK_BYTES);
  for (let position = 0; ;) {
    const { bytesRead } = await file.read(chunk, 0, CHUNK_BYTES, position);
    const isEnd = bytesRead === 0;
    const bytes = chunk.subarray(0, bytesRead);
    if (bytes.some((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d)) return false;
    able = able.filter((decoder) => decodes(decoder, bytes, !isEnd));
    if (able.length === 0) return false;
    if (isEnd) return position > 0;
    position += bytesRead;
  }
}

function decodes(decoder: InstanceType<typeof TextDecoder>, bytes: Buffer, stream: boolean): boolean {
  try {
    decoder.decode(bytes, { stream });
    return true;
  } catch {
    return false;
  }
}
