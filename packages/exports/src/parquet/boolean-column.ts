import type { ColumnPlace, Rows } from '../columns/place';
import { Presence } from '../columns/presence';
import type { ColumnChunkParts, ParquetColumn } from './column';
import { pageOf } from './page';

/** True and false, a bit each. */
export class BooleanColumn implements ParquetColumn {
  readonly #presence = new Presence();
  /** Rows that have a value are those of this, which has the bits of the values. */
  readonly #values = new Presence();

  constructor(private readonly place: ColumnPlace) {}

  get held(): number {
    return this.#values.rows >> 3;
  }

  add({ portion: { bytes, view, starts }, from, to }: Rows): void {
    const { first, width } = this.place;
    this.#presence.expect(to - from);
    this.#values.expect(to - from);
    for (let row = from; row < to; row += 1) {
      const at = starts[row * width + first] ?? 0;
      const isPresent = view.getInt32(at - 4) >= 0;
      this.#presence.add(isPresent);
      if (isPresent) this.#values.add(bytes[at] === 1);
    }
  }

  take(): ColumnChunkParts {
    const { rows, nulls: wrong, bits } = this.#values;
    const page = pageOf(this.#presence, this.place.isRequired, { encoding: 'PLAIN', values: bits });
    this.#values.clear();
    if (rows === 0) return { dictionary: undefined, pages: [page], least: undefined, most: undefined };
    return { dictionary: undefined, pages: [page], least: wrong === 0, most: wrong < rows };
  }
}
