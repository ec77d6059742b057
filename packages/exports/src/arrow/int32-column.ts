import { ByteList } from '../columns/byte-list';
import type { ColumnPlace, Rows } from '../columns/place';
import { Presence } from '../columns/presence';
import type { ArrowColumn, ColumnBuffers } from './column';

/** Whole numbers of 32 bits, and 0 where there is none. @param offset is added to each */
export class Int32Column implements ArrowColumn {
  readonly #presence = new Presence();
  readonly #values = new ByteList();

  constructor(
    private readonly place: ColumnPlace,
    private readonly offset: number,
  ) {}

  get held(): number {
    return this.#values.length;
  }

  get buffers(): ColumnBuffers {
    const { nulls, bits } = this.#presence;
    return { nulls, validity: bits, values: this.#values.all };
  }

  add({ portion: { view, starts }, from, to }: Rows): void {
    const { first, width } = this.place;
    const presence = this.#presence;
    presence.expect(to - from);
    let place = this.#values.take((to - from) * 4);
    const { view: out } = this.#values;
    for (let row = from; row < to; row += 1) {
      const at = starts[row * width + first] ?? 0;
      const isPresent = view.getInt32(at - 4) >= 0;
      presence.add(isPresent);
      out.setInt32(place, isPresent ? view.getInt32(at) + this.offset : 0, true);
      place += 4;
    }
  }

  clear(): void {
    this.#presence.clear();
    this.#values.clear();
  }
}
