/** Bytes that are added one after another. They are kept in place for the next use. */
export class ByteList {
  #bytes: Buffer;
  #view: DataView;
  #length = 0;

  constructor(room = 1024) {
    this.#bytes = Buffer.alloc(room);
    this.#view = viewOf(this.#bytes);
  }

  get length(): number {
    return this.#length;
  }

  /** The bytes so far, until more are added. */
  get all(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }

  /** Makes room, and counts it in. @returns the room's beginning, in `room` */
  take(length: number): number {
    const at = this.#length;
    this.#length += length;
    if (this.#length > this.#bytes.length) {
      const larger = Buffer.alloc(2 * this.#length);
      this.#bytes.copy(larger, 0, 0, at);
      this.#bytes = larger;
      this.#view = viewOf(larger);
    }
    return at;
  }

  /** Takes back room at the end that was not needed. */
  giveBack(length: number): void {
    this.#length -= length;
  }

  get view(): DataView {
    return this.#view;
  }

  get room(): Buffer {
    return this.#bytes;
  }

  clear(): void {
    this.#length = 0;
  }
}

const viewOf = (bytes: Buffer): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
