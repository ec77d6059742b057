/** Chance that is the same again for the same seed. Not for secrets. */
export class Random {
  #a: number;
  #b = 0x9e3779b9;
  #c = 0x243f6a88;
  #counter = 1;

  constructor(seed: string) {
    // FNV-1a, so that seeds which differ by a letter have nothing in common after the first rounds.
    let hash = 0x811c9dc5;
    for (const letter of seed) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
    this.#a = hash;
    for (let round = 0; round < 16; round += 1) this.bits();
  }

  /** 32 bits, by sfc32. */
  bits(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + sum;
    return sum >>> 0;
  }

  /** A whole number, both ends included. */
  whole(least: number, most: number): number {
    return least + (this.bits() % (most - least + 1));
  }

  chance(share: number): boolean {
    return this.bits() < share * 2 ** 32;
  }

  /** A number whose average is given, one of the two whole ones beside it. */
  about(average: number): number {
    const least = Math.floor(average);
    return least + (this.chance(average - least) ? 1 : 0);
  }

  pick<T>(list: readonly T[]): T {
    const item = list[this.bits() % list.length];
    if (item === undefined) throw new Error('there is nothing to pick from');
    return item;
  }

  /** So many different ones, in the order of the list. */
  some<T>(list: readonly T[], count: number): T[] {
    const indexes = list.map((_, index) => index);
    while (indexes.length > count) indexes.splice(this.bits() % indexes.length, 1);
    return list.filter((_, index) => indexes.includes(index));
  }

  /** A UUIDv7 of a moment of the sample's year. */
  idAt(at: Date): string {
    const time = at.getTime().toString(16).padStart(12, '0');
    const [first, second, third] = [this.hex(), this.hex(), this.hex()];
    const variant = (8 + (Number.parseInt(first.slice(3, 4), 16) % 4)).toString(16);
    return `${time.slice(0, 8)}-${time.slice(8)}-7${first.slice(0, 3)}-${variant}${first.slice(4, 7)}-${second}${third.slice(0, 4)}`;
  }

  private hex(): string {
    return this.bits().toString(16).padStart(8, '0');
  }
}
