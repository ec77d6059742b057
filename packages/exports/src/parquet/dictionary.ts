import { ByteList } from '../columns/byte-list';

const FIRST_SLOTS = 1024;

/** The different texts of a column, each once, in the order in which they came. */
export class Dictionary {
  /** As the plain encoding has them: the length, four bytes with the lowest first, and the text. */
  readonly texts = new ByteList();
  #starts = new Int32Array(FIRST_SLOTS / 2);
  #hashes = new Int32Array(FIRST_SLOTS / 2);
  /** Numbers of texts by hash, from 1. A place that is taken sends on to the next. */
  #slots = new Int32Array(FIRST_SLOTS);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** The bytes of a text. */
  text(index: number): Uint8Array {
    const from = (this.#starts[index] ?? 0) + 4;
    const { room } = this.texts;
    return room.subarray(from, from + room.readInt32LE(from - 4));
  }

  /** The number of a text, which is added if it is new. */
  find(bytes: Uint8Array, view: DataView, from: number, length: number): number {
    const hash = hashOf(bytes, view, from, length);
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (let known = this.#slots[slot] ?? 0; known > 0; known = this.#slots[slot] ?? 0) {
      if (this.#hashes[known - 1] === hash && this.#isEqual(known - 1, view, from, length)) return known - 1;
      slot = (slot + 1) & mask;
    }
    return this.#insert(slot, hash, bytes, from, length);
  }

  clear(): void {
    this.#slots.fill(0);
    this.#count = 0;
    this.texts.clear();
  }

  /** Compares four bytes at a time, from the end, where ids and titles differ; the last four may overlap. */
  #isEqual(index: number, view: DataView, from: number, length: number): boolean {
    const { view: known } = this.texts;
    const at = (this.#starts[index] ?? 0) + 4;
    if (known.getInt32(at - 4, true) !== length) return false;
    let offset = length - 4;
    for (; offset >= 0; offset -= 4) {
      if (known.getInt32(at + offset) !== view.getInt32(from + offset)) return false;
    }
    if (length >= 4) return known.getInt32(at) === view.getInt32(from);
    for (offset = 0; offset < length; offset += 1) {
      if (known.getUint8(at + offset) !== view.getUint8(from + offset)) return false;
    }
    return true;
  }

  #insert(slot: number, hash: number, bytes: Uint8Array, from: number, length: number): number {
    const index = this.#count;
    const at = this.texts.take(4 + length);
    this.texts.room.writeInt32LE(length, at);
    this.texts.room.set(bytes.subarray(from, from + length), at + 4);
    this.#starts[index] = at;
    this.#hashes[index] = hash;
    this.#slots[slot] = index + 1;
    this.#count += 1;
    if (this.#count === this.#starts.length) this.#grow();
    return index;
  }

  #grow(): void {
    const size = 2 * this.#slots.length;
    this.#starts = grown(this.#starts);
    this.#hashes = grown(this.#hashes);
    this.#slots = new Int32Array(size);
    for (let index = 0; index < this.#count; index += 1) {
      let slot = (this.#hashes[index] ?? 0) & (size - 1);
      while (this.#slots[slot] !== 0) slot = (slot + 1) & (size - 1);
      this.#slots[slot] = index + 1;
    }
  }
}

function grown(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * numbers.length);
  larger.set(numbers);
  return larger;
}

/** Of a long text the ends and the middle: texts of a column differ there. Texts that do not share a place all the same. */
function hashOf(bytes: Uint8Array, view: DataView, from: number, length: number): number {
  let hash = length;
  if (length < 4) {
    for (let offset = 0; offset < length; offset += 1) {
      hash = Math.imul(hash, 31) + (bytes[from + offset] ?? 0);
    }
  } else {
    hash = Math.imul(hash ^ view.getInt32(from + length - 4), 0x9e3779b1);
    hash = Math.imul(hash ^ view.getInt32(from + ((length - 4) >> 1)), 0x85ebca6b);
    hash = Math.imul(hash ^ view.getInt32(from), 0xc2b2ae35);
  }
  return hash ^ (hash >>> 15);
}
