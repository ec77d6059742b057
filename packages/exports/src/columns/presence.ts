/** Tells which rows have a value: a bit for each, the lowest of a byte first. */
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
}
