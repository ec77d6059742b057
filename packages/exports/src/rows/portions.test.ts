import { Readable } from 'node:stream';
import { portionsOf } from './portions';

/** Rows of one column in PostgreSQL's binary format: numbers of 32 bits, from 0. */
function copyOf(rows: number): Buffer {
  const bytes = Buffer.alloc(19 + rows * 10 + 2);
  for (let row = 0; row < rows; row += 1) {
    const at = 19 + row * 10;
    bytes.writeInt16BE(1, at);
    bytes.writeInt32BE(4, at + 2);
    bytes.writeInt32BE(row, at + 6);
  }
  bytes.writeInt16BE(-1, bytes.length - 2);
  return bytes;
}

/** Chunks of one size, all of which are there at once. */
function* chunks(bytes: Buffer, size: number): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

test.each([7, 1000, 70_000])('rows come complete and in order, in chunks of %i bytes', async (size) => {
  const read: number[] = [];
  for await (const { rows, starts, view } of portionsOf(Readable.from(chunks(copyOf(9000), size)), 1)) {
    for (let row = 0; row < rows; row += 1) read.push(view.getInt32(starts[row] ?? 0));
  }
  expect(read).toEqual(Array.from({ length: 9000 }, (_, row) => row));
});

test('other work comes in between two portions, though all bytes are there', async () => {
  let portions = 0;
  let turns = 0;
  const work = (): void => {
    turns += 1;
    next = setImmediate(work);
  };
  let next = setImmediate(work);
  for await (const _ of portionsOf(Readable.from(chunks(copyOf(100_000), 65_536)), 1)) portions += 1;
  clearImmediate(next);
  expect(portions).toBeGreaterThan(10);
  expect(turns).toBeGreaterThanOrEqual(portions - 1);
});
