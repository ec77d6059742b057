import { ByteList } from '../columns/byte-list';
import type { ColumnPlace, Rows } from '../columns/place';
import { Presence } from '../columns/presence';
import type { ArrowColumn, ColumnBuffers } from './column';

const HALF = 2 ** 32;

/** Numbers of 64 bits, in two halves, and 0 where there is none. @param offset is added to each */
export class Int64Column implements ArrowColumn {
  readonly #presence = new Presence();
  readonly #values = new ByteList();
  readonly #offsetHigh: number;
  readonly #offsetLow: number;

  constructor(
    private readonly place: ColumnPlace,
    offset: bigint,
  ) {
    this.#offsetHigh = Number(offset >> 32n);
    this.#offsetLow = Number(BigInt.asUintN(32, offset));
  }

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
    let place = this.#values.take((to - from) * 8);
    const { view: out } = this.#values;
    for (let row = from; row < to; row += 1) {
      const at = starts[row * width + first] ?? 0;
      const isPresent = view.getInt32(at - 4) >= 0;
      presence.add(isPresent);
      const sum = isPresent ? view.getUint32(at + 4) + this.#offsetLow : 0;
      const carry = sum >= HALF ? 1 : 0;
      out.setUint32(place, sum - carry * HALF, true);
      out.setInt32(place + 4, isPresent ? view.getInt32(at) + this.#offsetHigh + carry : 0, true);
      place += 8;
    }
  }

  clear(): void {
    this.#presence.clear();
    this.#values.clear();
  }
}
