import type { FileHandle } from 'node:fs/promises';

const END = 0x06054b50;
const END_BYTES = 22;
/** The end record, with the longest comment. */
const TAIL_BYTES = END_BYTES + 65_535;
const ENTRY = 0x02014b50;
const ENTRY_BYTES = 46;
/** Names of parts that a document needs, and many times more. */
const DIRECTORY_BYTES = 1_048_576;

/** Names in the directory of a ZIP archive, which stands at its end. Nothing is unpacked. Undefined for what is no archive. */
export async function namesInZip(file: FileHandle): Promise<readonly string[] | undefined> {
  const { size } = await file.stat();
  const tail = await bytesOf(file, Math.max(0, size - TAIL_BYTES), Math.min(size, TAIL_BYTES));
  for (let at = tail.length - END_BYTES; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== END) continue;
    const [length, from] = [tail.readUInt32LE(at + 12), tail.readUInt32LE(at + 16)];
    if (length > DIRECTORY_BYTES || from + length > size) return undefined;
    return namesIn(await bytesOf(file, from, length));
  }
  return undefined;
}

function namesIn(directory: Buffer): readonly string[] | undefined {
  const names: string[] = [];
  for (let at = 0; at < directory.length;) {
    if (at + ENTRY_BYTES > directory.length || directory.readUInt32LE(at) !== ENTRY) return undefined;
    const [name, extra, comment] = [28, 30, 32].map((offset) => directory.readUInt16LE(at + offset));
    const end = at + ENTRY_BYTES + (name ?? 0);
    names.push(directory.toString('utf8', at + ENTRY_BYTES, end));
    at = end + (extra ?? 0) + (comment ?? 0);
  }
  return names;
}

async function bytesOf(file: FileHandle, from: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await file.read(bytes, 0, length, from);
  return bytes.subarray(0, bytesRead);
}
