/** Tells which rows of a page have a value: the definition levels of a column that is not in a list. */
export class Presence {
  #bits = new Uint8Array(1024);
  #rows = 0;
  #nulls = 0;

  get rows(): number {
    return this.#rows;
  }

  get nulls(): number {
    return this.#nulls;
  }

  /** A bit for each row, until more are added. */
  get bits(): Uint8Array {
    return this.#bits.subarray(0, (this.#rows + 7) >> 3);
  }

  /** Makes room for further rows. */
  expect(rows: number): void {
    const needed = (this.#rows + rows + 7) >> 3;
    if (needed <= this.#bits.length) return;
    const more = new Uint8Array(2 * needed);
    more.set(this.#bits);
    this.#bits = more;
  }

  add(isPresent: boolean): void {
    if (isPresent) this.#bits[this.#rows >> 3] = (this.#bits[this.#rows >> 3] ?? 0) | (1 << (this.#rows & 7));
    else this.#nulls += 1;
    this.#rows += 1;
  }

  clear(): void {
    this.#bits.fill(0, 0, (this.#rows + 7) >> 3);
    this.#rows = 0;
    this.#nulls = 0;
  }

  /** The levels in the hybrid encoding of runs and bits, of width 1. */
  encode(): Uint8Array {
    const isUniform = this.#nulls === 0 || this.#nulls === this.#rows;
    if (isUniform) return Buffer.from([...varint(this.#rows * 2), this.#nulls === 0 ? 1 : 0]);
    return Buffer.concat([Buffer.from(varint(this.bits.length * 2 + 1)), this.bits]);
  }
}

/** A number as the bytes of a varint. */
export function varint(value: number): readonly number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...varint(Math.floor(value / 128))];
}
