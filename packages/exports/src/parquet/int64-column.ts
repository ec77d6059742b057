import { ByteList } from '../columns/byte-list';
import type { ColumnPlace, Rows } from '../columns/place';
import { Presence } from '../columns/presence';
import type { ColumnChunkParts, ParquetColumn } from './column';
import { pageOf } from './page';

const HALF = 2 ** 32;

/** Whole numbers of 64 bits, in two halves: a bigint for each would take longer than all the rest. @param offset is added to each */
export class Int64Column implements ParquetColumn {
  readonly #presence = new Presence();
  readonly #values = new ByteList();
  readonly #offsetHigh: number;
  readonly #offsetLow: number;
  #least: readonly [high: number, low: number] | undefined;
  #most: readonly [high: number, low: number] | undefined;

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

  add({ portion: { view, starts }, from, to }: Rows): void {
    const { first, width } = this.place;
    const presence = this.#presence;
    presence.expect(to - from);
    let count = 0;
    const begin = this.#values.take((to - from) * 8);
    const { view: out } = this.#values;
    let [leastHigh, leastLow] = this.#least ?? [HALF, 0];
    let [mostHigh, mostLow] = this.#most ?? [-HALF, 0];
    for (let row = from; row < to; row += 1) {
      const at = starts[row * width + first] ?? 0;
      const isPresent = view.getInt32(at - 4) >= 0;
      presence.add(isPresent);
      if (!isPresent) continue;
      const sum = view.getUint32(at + 4) + this.#offsetLow;
      const carry = sum >= HALF ? 1 : 0;
      const low = sum - carry * HALF;
      const high = (view.getInt32(at) + this.#offsetHigh + carry) | 0;
      if (high < leastHigh || (high === leastHigh && low < leastLow)) {
        leastHigh = high;
        leastLow = low;
      }
      if (high > mostHigh || (high === mostHigh && low > mostLow)) {
        mostHigh = high;
        mostLow = low;
      }
      out.setUint32(begin + 8 * count, low, true);
      out.setInt32(begin + 8 * count + 4, high, true);
      count += 1;
    }
    if (leastHigh !== HALF) {
      this.#least = [leastHigh, leastLow];
      this.#most = [mostHigh, mostLow];
    }
    this.#values.giveBack((to - from - count) * 8);
  }

  take(): ColumnChunkParts {
    const page = pageOf(this.#presence, this.place.isRequired, {
      encoding: 'PLAIN',
      values: this.#values.all,
    });
    const parts = {
      dictionary: undefined,
      pages: [page],
      least: whole(this.#least),
      most: whole(this.#most),
    };
    this.#values.clear();
    this.#least = undefined;
    this.#most = undefined;
    return parts;
  }
}

const whole = (halves: readonly [high: number, low: number] | undefined): bigint | undefined =>
  halves && (BigInt(halves[0]) << 32n) + BigInt(halves[1]);
