import { varint } from './levels';

/** Bits that numbers up to one take. */
export const widthOf = (most: number): number => 32 - Math.clz32(most);

/**
 * Numbers in the hybrid encoding of runs and bits, behind their width, as a page of places in a dictionary has them. Runs are left
 * to the compression.
 */
export function bitPacked(numbers: Int32Array, count: number, width: number): Uint8Array {
  if (width === 0) return Buffer.from([0, ...varint(count * 2)]);
  const groups = (count + 7) >> 3;
  const head = [width, ...varint(groups * 2 + 1)];
  const packed = Buffer.alloc(head.length + groups * width);
  packed.set(head);
  let at = head.length;
  let bits = 0;
  let held = 0;
  for (let index = 0; index < count; index += 1) {
    bits |= (numbers[index] ?? 0) << held;
    held += width;
    while (held >= 8) {
      packed[at] = bits & 255;
      at += 1;
      bits >>>= 8;
      held -= 8;
    }
  }
  if (held > 0) packed[at] = bits & 255;
  return packed;
}
