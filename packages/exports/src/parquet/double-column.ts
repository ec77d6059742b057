import { ByteList } from '../columns/byte-list';
import type { ColumnPlace, Rows } from '../columns/place';
import { Presence } from '../columns/presence';
import type { ColumnChunkParts, ParquetColumn } from './column';
import { pageOf } from './page';

/** Numbers with decimals. */
export class DoubleColumn implements ParquetColumn {
  readonly #presence = new Presence();
  readonly #values = new ByteList();
  #least = Infinity;
  #most = -Infinity;

  constructor(private readonly place: ColumnPlace) {}

  get held(): number {
    return this.#values.length;
  }

  add({ portion: { view, starts }, from, to }: Rows): void {
    const { first, width } = this.place;
    this.#presence.expect(to - from);
    for (let row = from; row < to; row += 1) {
      const at = starts[row * width + first] ?? 0;
      const isPresent = view.getInt32(at - 4) >= 0;
      this.#presence.add(isPresent);
      if (!isPresent) continue;
      const value = view.getFloat64(at);
      if (value < this.#least) this.#least = value;
      if (value > this.#most) this.#most = value;
      const place = this.#values.take(8);
      this.#values.room.writeDoubleLE(value, place);
    }
  }

  take(): ColumnChunkParts {
    const page = pageOf(this.#presence, this.place.isRequired, {
      encoding: 'PLAIN',
      values: this.#values.all,
    });
    // What is not a number has no place in an order.
    const isOrdered = this.#least <= this.#most;
    const parts = {
      dictionary: undefined,
      pages: [page],
      least: isOrdered ? this.#least : undefined,
      most: isOrdered ? this.#most : undefined,
    };
    this.#values.clear();
    this.#least = Infinity;
    this.#most = -Infinity;
    return parts;
  }
}
