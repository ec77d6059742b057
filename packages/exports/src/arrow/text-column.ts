import { ByteList } from '../columns/byte-list';
import type { ColumnPlace, Rows } from '../columns/place';
import { Presence } from '../columns/presence';
import type { ArrowColumn, ColumnBuffers } from './column';

/** Up to so many bytes a loop is faster than a call. */
const SHORT = 48;

/** Texts, one behind another. */
export class TextColumn implements ArrowColumn {
  readonly #presence = new Presence();
  readonly #texts = new ByteList();
  /** Where each text begins, and the last one ends. */
  #offsets = new Int32Array(1024);

  constructor(private readonly place: ColumnPlace) {}

  get held(): number {
    return this.#texts.length + 4 * this.#presence.rows;
  }

  get buffers(): ColumnBuffers {
    const { rows, nulls, bits } = this.#presence;
    return {
      nulls,
      validity: bits,
      values: this.#texts.all,
      offsets: this.#offsets.subarray(0, rows + 1),
    };
  }

  add({ portion: { bytes, view, starts }, from, to }: Rows): void {
    const { first, width } = this.place;
    const presence = this.#presence;
    const texts = this.#texts;
    let { rows } = presence;
    presence.expect(to - from);
    this.#makeRoom(rows + to - from + 1);
    const offsets = this.#offsets;
    for (let row = from; row < to; row += 1) {
      const start = starts[row * width + first] ?? 0;
      const length = view.getInt32(start - 4);
      presence.add(length >= 0);
      if (length > 0) {
        const at = texts.take(length);
        const { room } = texts;
        if (length > SHORT) room.set(bytes.subarray(start, start + length), at);
        else for (let byte = 0; byte < length; byte += 1) room[at + byte] = bytes[start + byte] ?? 0;
      }
      rows += 1;
      offsets[rows] = texts.length;
    }
  }

  clear(): void {
    this.#presence.clear();
    this.#texts.clear();
  }

  #makeRoom(needed: number): void {
    if (needed <= this.#offsets.length) return;
    const more = new Int32Array(2 * needed);
    more.set(this.#offsets);
    this.#offsets = more;
  }
}
