import type { ColumnPlace, Rows } from '../columns/place';
import { Presence } from '../columns/presence';
import type { ArrowColumn, ColumnBuffers } from './column';

/** True and false, a bit each. */
export class BooleanColumn implements ArrowColumn {
  readonly #presence = new Presence();
  /** Rows that are true have a bit. */
  readonly #values = new Presence();

  constructor(private readonly place: ColumnPlace) {}

  get held(): number {
    return this.#values.rows >> 2;
  }

  get buffers(): ColumnBuffers {
    const { nulls, bits } = this.#presence;
    return { nulls, validity: bits, values: this.#values.bits };
  }

  add({ portion: { bytes, view, starts }, from, to }: Rows): void {
    const { first, width } = this.place;
    this.#presence.expect(to - from);
    this.#values.expect(to - from);
    for (let row = from; row < to; row += 1) {
      const at = starts[row * width + first] ?? 0;
      const isPresent = view.getInt32(at - 4) >= 0;
      this.#presence.add(isPresent);
      this.#values.add(isPresent && bytes[at] === 1);
    }
  }

  clear(): void {
    this.#presence.clear();
    this.#values.clear();
  }
}
