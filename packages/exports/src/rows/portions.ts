import type { Readable } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';

/** Whole rows of a COPY in PostgreSQL's binary format, and where their values are. Counts until the next one is asked for. */
export interface Portion {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  /** Where each value begins, row by row. The four bytes before it are its length, below zero for none. */
  readonly starts: Int32Array;
  readonly rows: number;
}

const SIGNATURE_BYTES = 11;
const FIXED_HEAD = SIGNATURE_BYTES + 8;
/** Bytes that are gathered before rows are looked for: enough that a column is worth a loop of its own. */
const ENOUGH = 256 * 1024;
/** Rows that may be waited for at most. */
const MOST_ROWS = 4096;

/**
 * Reads a COPY portion by portion, only as fast as they are taken. Other work of the program comes in between.
 *
 * @param width number of columns
 */
export async function* portionsOf(copy: Readable, width: number): AsyncGenerator<Portion> {
  const cutter = new RowCutter(width);
  // A COPY gives bytes.
  for await (const chunk of copy as AsyncIterable<Buffer>) {
    cutter.add(chunk);
    if (cutter.held < ENOUGH) continue;
    yield* completeIn(cutter);
  }
  yield* completeIn(cutter);
}

async function* completeIn(cutter: RowCutter): AsyncGenerator<Portion> {
  for (let portion = cutter.next(); portion; portion = cutter.next()) {
    yield portion;
    await turn();
  }
}

/** Finds the rows in bytes, however these are cut into chunks. */
class RowCutter {
  #bytes = Buffer.alloc(2 * ENOUGH);
  #view = viewOf(this.#bytes);
  /** Where the bytes that were not given out begin and end. */
  #from = 0;
  #to = 0;
  #hasBegun = false;
  readonly #starts: Int32Array;

  constructor(private readonly width: number) {
    this.#starts = new Int32Array(width * MOST_ROWS);
  }

  get held(): number {
    return this.#to - this.#from;
  }

  add(chunk: Buffer): void {
    if (this.#to + chunk.length > this.#bytes.length) this.#makeRoom(chunk.length);
    chunk.copy(this.#bytes, this.#to);
    this.#to += chunk.length;
  }

  /** The rows that are complete, as many as fit. Undefined without any. */
  next(): Portion | undefined {
    if (!this.#hasBegun) this.#begin();
    let rows = 0;
    while (this.#hasBegun && rows < MOST_ROWS) {
      const end = this.#endOfRow(rows * this.width);
      if (end === undefined) break;
      this.#from = end;
      rows += 1;
    }
    return rows === 0 ? undefined : { bytes: this.#bytes, view: this.#view, starts: this.#starts, rows };
  }

  #begin(): void {
    if (this.held < FIXED_HEAD) return;
    const head = FIXED_HEAD + this.#view.getInt32(this.#from + SIGNATURE_BYTES + 4);
    if (this.held < head) return;
    this.#from += head;
    this.#hasBegun = true;
  }

  /** Notes where the values of the next row begin. Undefined if it is not complete, and at the end of all rows. */
  #endOfRow(place: number): number | undefined {
    const view = this.#view;
    const end = this.#to;
    let at = this.#from + 2;
    // The end of all rows has a number of columns below zero.
    if (at > end || view.getInt16(at - 2) < 0) return undefined;
    for (let column = 0; column < this.width; column += 1) {
      if (at + 4 > end) return undefined;
      const length = view.getInt32(at);
      at += 4;
      this.#starts[place + column] = at;
      if (length > 0) at += length;
    }
    return at > end ? undefined : at;
  }

  #makeRoom(length: number): void {
    const { held } = this;
    const isEnough = held + length <= this.#bytes.length;
    const room = isEnough ? this.#bytes : Buffer.alloc(2 * (held + length));
    this.#bytes.copy(room, 0, this.#from, this.#to);
    this.#bytes = room;
    this.#view = viewOf(room);
    this.#from = 0;
    this.#to = held;
  }
}

const viewOf = (bytes: Buffer): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
