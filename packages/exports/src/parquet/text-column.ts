import { ByteList } from '../columns/byte-list';
import type { ColumnPlace, Rows } from '../columns/place';
import { Presence } from '../columns/presence';
import { bitPacked, widthOf } from './bit-packed';
import type { ColumnChunkParts, ParquetColumn } from './column';
import { Dictionary } from './dictionary';
import { pageOf, type Page } from './page';

/** A dictionary with more texts is larger than what it saves. With three bytes for each place, bits of four numbers fit in 32. */
const MOST_TEXTS = 16_384;
/** Texts by which it is seen that most are different. */
const ENOUGH_TEXTS = 1024;
const LARGEST_PAGE = 1024 * 1024;
/** Up to so many bytes a loop is faster than a call. */
const SHORT = 48;

/** Texts: each different one once, as long as they repeat, and all as they are behind that. */
export class TextColumn implements ParquetColumn {
  readonly #presence = new Presence();
  readonly #dictionary = new Dictionary();
  #places = new Int32Array(1024);
  #placed = 0;
  readonly #plain = new ByteList();
  #pages: Page[] = [];
  /** Once texts do not repeat, those of further groups are not expected to. */
  #repeats = true;
  #least: Uint8Array | undefined;
  #most: Uint8Array | undefined;

  constructor(private readonly place: ColumnPlace) {}

  get held(): number {
    const pages = this.#pages.reduce((sum, { values }) => sum + values.length, 0);
    return this.#dictionary.texts.length + this.#placed * 4 + this.#plain.length + pages;
  }

  add(rows: Rows): void {
    this.#presence.expect(rows.to - rows.from);
    if (!this.#repeats) return this.#addPlain(rows);
    this.#addPlaces(rows);
    const { count } = this.#dictionary;
    if (count < ENOUGH_TEXTS || (count < MOST_TEXTS && count * 2 < this.#placed)) return undefined;
    this.#repeats = false;
    return this.#endOfPlaces();
  }

  take(): ColumnChunkParts {
    if (this.#placed > 0) this.#endOfPlaces();
    else if (this.#presence.rows > 0) this.#endOfPage();
    const { count, texts } = this.#dictionary;
    for (let index = 0; index < count; index += 1) this.#compare(this.#dictionary.text(index));
    const parts = {
      dictionary: count === 0 ? undefined : { count, values: Buffer.from(texts.all) },
      pages: this.#pages,
      least: this.#least,
      most: this.#most,
    };
    this.#dictionary.clear();
    this.#pages = [];
    this.#least = undefined;
    this.#most = undefined;
    return parts;
  }

  #addPlaces({ portion: { bytes, view, starts }, from, to }: Rows): void {
    const { first, width } = this.place;
    this.#makeRoom(to - from);
    const dictionary = this.#dictionary;
    const presence = this.#presence;
    for (let row = from; row < to; row += 1) {
      const at = starts[row * width + first] ?? 0;
      const length = view.getInt32(at - 4);
      presence.add(length >= 0);
      if (length < 0) continue;
      this.#places[this.#placed] = dictionary.find(bytes, view, at, length);
      this.#placed += 1;
    }
  }

  #addPlain({ portion: { bytes, view, starts }, from, to }: Rows): void {
    const { first, width } = this.place;
    for (let row = from; row < to; row += 1) {
      const start = starts[row * width + first] ?? 0;
      const length = view.getInt32(start - 4);
      this.#presence.add(length >= 0);
      if (length < 0) continue;
      const at = this.#plain.take(4 + length);
      const { room } = this.#plain;
      room.writeInt32LE(length, at);
      if (length > SHORT) room.set(bytes.subarray(start, start + length), at + 4);
      else for (let byte = 0; byte < length; byte += 1) room[at + 4 + byte] = bytes[start + byte] ?? 0;
      this.#compareAt(bytes, start, length);
    }
    if (this.#plain.length > LARGEST_PAGE) this.#endOfPage();
  }

  #endOfPlaces(): void {
    const places = bitPacked(this.#places, this.#placed, widthOf(this.#dictionary.count - 1));
    this.#pages.push(
      pageOf(this.#presence, this.place.isRequired, { encoding: 'RLE_DICTIONARY', values: places }),
    );
    this.#placed = 0;
  }

  #endOfPage(): void {
    this.#pages.push(
      pageOf(this.#presence, this.place.isRequired, { encoding: 'PLAIN', values: this.#plain.all }),
    );
    this.#plain.clear();
  }

  #makeRoom(rows: number): void {
    const needed = this.#placed + rows;
    if (needed <= this.#places.length) return;
    const more = new Int32Array(2 * needed);
    more.set(this.#places);
    this.#places = more;
  }

  #compareAt(bytes: Uint8Array, from: number, length: number): void {
    if (this.#least && compareBytes(bytes, from, length, this.#least) >= 0) {
      if (this.#most && compareBytes(bytes, from, length, this.#most) <= 0) return;
    }
    this.#compare(bytes.subarray(from, from + length));
  }

  #compare(text: Uint8Array): void {
    if (!this.#least || compareBytes(text, 0, text.length, this.#least) < 0) this.#least = Buffer.from(text);
    if (!this.#most || compareBytes(text, 0, text.length, this.#most) > 0) this.#most = Buffer.from(text);
  }
}

function compareBytes(bytes: Uint8Array, from: number, length: number, other: Uint8Array): number {
  const common = Math.min(length, other.length);
  for (let offset = 0; offset < common; offset += 1) {
    const difference = (bytes[from + offset] ?? 0) - (other[offset] ?? 0);
    if (difference !== 0) return difference;
  }
  return length - other.length;
}
