import type { DatasetType } from '@mtg/datasets';
import type { FileColumn } from './file-columns';

/** A value of a file with types. Times are microseconds and days are days, each since 1970. */
export type FileValue = string | number | bigint | boolean | null;

const SIGNATURE_BYTES = 11;
const EPOCH_DAYS = 10_957;
const EPOCH_MICROSECONDS = 946_684_800_000_000n;
/** Texts of a column that are kept so that equal ones are one. */
const KEPT_TEXTS = 1000;
const LONGEST_KEPT = 100;

type Decode = (bytes: Buffer, from: number, to: number) => FileValue;

/** Reads texts: neighbors are often equal, and a column has few different ones, or many. */
function textDecoder(): Decode {
  const known = new Map<string, string>();
  let bytesBefore: Buffer = Buffer.alloc(0);
  let before = '';
  return (bytes, from, to) => {
    if (isEqual(bytesBefore, bytes, from, to)) return before;
    const text = bytes.toString('utf8', from, to);
    if (to - from > LONGEST_KEPT) return text;
    bytesBefore = bytes.subarray(from, to);
    before = known.get(text) ?? text;
    if (known.size < KEPT_TEXTS) known.set(text, text);
    return before;
  };
}

function isEqual(known: Buffer, bytes: Buffer, from: number, to: number): boolean {
  if (known.length !== to - from) return false;
  // From the end, where ids differ.
  for (let index = known.length - 1; index >= 0; index -= 1) {
    if (known[index] !== bytes[from + index]) return false;
  }
  return true;
}

const DECODERS: Readonly<Record<Exclude<DatasetType, 'text' | 'text[]'>, Decode>> = {
  uuid: (bytes, from, to) => bytes.toString('latin1', from, to),
  boolean: (bytes, from) => bytes[from] === 1,
  int: (bytes, from) => bytes.readInt32BE(from),
  bigint: (bytes, from) => bytes.readBigInt64BE(from),
  'double precision': (bytes, from) => bytes.readDoubleBE(from),
  date: (bytes, from) => bytes.readInt32BE(from) + EPOCH_DAYS,
  timestamptz: (bytes, from) => bytes.readBigInt64BE(from) + EPOCH_MICROSECONDS,
};

const decoderOf = ({ sql }: FileColumn): Decode =>
  sql === 'text' || sql === 'text[]' ? textDecoder() : DECODERS[sql];

/** Reads rows in PostgreSQL's binary format of COPY, however they are cut into chunks, into one list of values a column. */
export class BinaryRows {
  readonly #decoders: readonly Decode[];
  #rest: Buffer = Buffer.alloc(0);
  #at = 0;
  #hasBegun = false;
  #columns: FileValue[][];
  #count = 0;

  constructor(columns: readonly FileColumn[]) {
    this.#decoders = columns.map(decoderOf);
    this.#columns = columns.map(() => []);
  }

  /** Rows that have been read and not been taken. */
  get count(): number {
    return this.#count;
  }

  /** Takes the rows that have been read. */
  take(): readonly FileValue[][] {
    const taken = this.#columns;
    this.#columns = taken.map(() => []);
    this.#count = 0;
    return taken;
  }

  /** Adds a chunk, of which `read` reads the rows. */
  add(chunk: Buffer): void {
    const rest = this.#rest.subarray(this.#at);
    this.#rest = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    this.#at = 0;
    if (!this.#hasBegun) this.#begin();
  }

  /** Reads rows until there are so many, or no further one is complete. */
  read(most: number): void {
    while (this.#hasBegun && this.#count < most && this.#isComplete()) this.#row();
  }

  #begin(): void {
    const fixed = SIGNATURE_BYTES + 8;
    if (this.#rest.length < fixed) return;
    const extension = this.#rest.readInt32BE(SIGNATURE_BYTES + 4);
    if (this.#rest.length < fixed + extension) return;
    this.#at = fixed + extension;
    this.#hasBegun = true;
  }

  #isComplete(): boolean {
    const bytes = this.#rest;
    let at = this.#at + 2;
    if (at > bytes.length) return false;
    // The end of all rows has a number below zero.
    if (bytes.readInt16BE(this.#at) < 0) return false;
    for (let index = 0; index < this.#decoders.length; index += 1) {
      if (at + 4 > bytes.length) return false;
      at += 4 + Math.max(0, bytes.readInt32BE(at));
    }
    return at <= bytes.length;
  }

  #row(): void {
    const bytes = this.#rest;
    let at = this.#at + 2;
    for (let index = 0; index < this.#decoders.length; index += 1) {
      const length = bytes.readInt32BE(at);
      at += 4;
      const value = length < 0 ? null : (this.#decoders[index]?.(bytes, at, at + length) ?? null);
      this.#columns[index]?.push(value);
      at += Math.max(0, length);
    }
    this.#at = at;
    this.#count += 1;
  }
}
