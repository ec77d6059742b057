import { createHash } from 'node:crypto';

export const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** A ZIP archive of empty files with these names, without compression. */
export function zipOf(...names: readonly string[]): Buffer {
  const [files, entries]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const name of names) {
    const text = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50);
    local.writeUInt16LE(text.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50);
    entry.writeUInt16LE(text.length, 28);
    entry.writeUInt32LE(offset, 42);
    files.push(local, text);
    entries.push(entry, text);
    offset += local.length + text.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(names.length, 8);
  end.writeUInt16LE(names.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, directory, end]);
}

/** The test file of all virus scanners, in parts, so that none takes this source for it. */
export const EICAR = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE', '!$H+H*'].join(''),
);

/** The start of a file of each kind, and something in it. */
export const SAMPLES = {
  pdf: Buffer.from('%PDF-1.7\n%纪要\n'),
  docx: zipOf('[Content_Types].xml', 'word/document.xml'),
  xlsx: zipOf('[Content_Types].xml', 'xl/workbook.xml'),
  pptx: zipOf('[Content_Types].xml', 'ppt/presentation.xml'),
  ofd: zipOf('OFD.xml', 'Doc_0/Document.xml'),
  jpg: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]),
  png: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]),
  gif: Buffer.from('GIF89a\0'),
  webp: Buffer.from('RIFF\x04\0\0\0WEBPVP8 '),
  txt: Buffer.from('会议记录\n'),
  csv: Buffer.from('姓名,电话\r\n'),
} as const;
