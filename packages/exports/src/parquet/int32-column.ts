import { ByteList } from '../columns/byte-list';
import type { ColumnPlace, Rows } from '../columns/place';
import { Presence } from '../columns/presence';
import type { ColumnChunkParts, ParquetColumn } from './column';
import { pageOf } from './page';

/** Whole numbers of 32 bits. @param offset is added to each */
export class Int32Column implements ParquetColumn {
  readonly #presence = new Presence();
  readonly #values = new ByteList();
  #least = Infinity;
  #most = -Infinity;

  constructor(
    private readonly place: ColumnPlace,
    private readonly offset: number,
  ) {}

  get held(): number {
    return this.#values.length;
  }

  add({ portion: { view, starts }, from, to }: Rows): void {
    const { first, width } = this.place;
    const presence = this.#presence;
    presence.expect(to - from);
    let count = 0;
    const begin = this.#values.take((to - from) * 4);
    const { view: out } = this.#values;
    for (let row = from; row < to; row += 1) {
      const at = starts[row * width + first] ?? 0;
      const isPresent = view.getInt32(at - 4) >= 0;
      presence.add(isPresent);
      if (!isPresent) continue;
      const value = view.getInt32(at) + this.offset;
      if (value < this.#least) this.#least = value;
      if (value > this.#most) this.#most = value;
      out.setInt32(begin + 4 * count, value, true);
      count += 1;
    }
    this.#values.giveBack((to - from - count) * 4);
  }

  take(): ColumnChunkParts {
    const page = pageOf(this.#presence, this.place.isRequired, {
      encoding: 'PLAIN',
      values: this.#values.all,
    });
    const isEmpty = this.#most === -Infinity;
    const parts = {
      dictionary: undefined,
      pages: [page],
      least: isEmpty ? undefined : this.#least,
      most: isEmpty ? undefined : this.#most,
    };
    this.#values.clear();
    this.#least = Infinity;
    this.#most = -Infinity;
    return parts;
  }
}
