import { copiedValues } from './copied-values';

const int = (value: number): Buffer => {
  const buffer = Buffer.alloc(4);
  buffer.writeInt32BE(value);
  return buffer;
};
const row = (text: string): Buffer =>
  Buffer.concat([Buffer.from([0, 1]), int(Buffer.byteLength(text)), Buffer.from(text)]);
const HEADER = Buffer.concat([Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'), int(0), int(0)]);
const END = Buffer.from([0xff, 0xff]);

async function* inChunks(bytes: Buffer, length: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

test.each([1, 7, 19, 1000])('values are read from chunks of %s bytes', async (length) => {
  const texts = ['', 'a', 'é', 'x'.repeat(50)];
  const read: string[] = [];
  for await (const values of copiedValues(
    inChunks(Buffer.concat([HEADER, ...texts.map(row), END]), length),
  )) {
    read.push(...values.map(String));
  }
  expect(read).toEqual(texts);
});

test('there may be none', async () => {
  for await (const values of copiedValues(inChunks(Buffer.concat([HEADER, END]), 5)))
    expect(values).toBe('none');
});
