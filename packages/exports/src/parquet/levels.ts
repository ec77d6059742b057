import type { Presence } from '../columns/presence';

/** The definition levels of a column that is not in a list, in the hybrid encoding of runs and bits, of width 1. */
export function levelsOf({ rows, nulls, bits }: Presence): Uint8Array {
  const isUniform = nulls === 0 || nulls === rows;
  if (isUniform) return Buffer.from([...varint(rows * 2), nulls === 0 ? 1 : 0]);
  return Buffer.concat([Buffer.from(varint(bits.length * 2 + 1)), bits]);
}

/** A number as the bytes of a varint. */
export function varint(value: number): readonly number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...varint(Math.floor(value / 128))];
}
