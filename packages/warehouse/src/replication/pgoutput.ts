import type { Lsn } from './lsn';

/** A column of a relation as the stream announces it. */
export interface StreamedColumn {
  readonly name: string;
  readonly typeOid: number;
}

/** A value in PostgreSQL's text format; undefined if it is large and was left as it was. */
export type StreamedValue = string | null | undefined;

/** Messages of the output plugin `pgoutput`, version 1, as far as a copy of the rows needs them. */
export type StreamMessage =
  /** @property commit position where the record of its commit begins */
  | { readonly kind: 'BEGIN'; readonly commit: Lsn }
  | { readonly kind: 'COMMIT'; readonly end: Lsn; readonly at: Date }
  | {
      readonly kind: 'RELATION';
      readonly oid: number;
      readonly schema: string;
      readonly table: string;
      readonly columns: readonly StreamedColumn[];
    }
  | {
      readonly kind: 'INSERT' | 'UPDATE';
      readonly oid: number;
      readonly values: readonly StreamedValue[];
    }
  /** The values other than the key are null. */
  | { readonly kind: 'DELETE'; readonly oid: number; readonly values: readonly StreamedValue[] }
  | { readonly kind: 'TRUNCATE'; readonly oids: readonly number[] }
  | { readonly kind: 'OTHER' };

/** Microseconds from 1970 to 2000, from which PostgreSQL counts. */
const EPOCH_OFFSET_US = 946_684_800_000_000n;

export const dateOf = (microseconds: bigint): Date =>
  new Date(Number((microseconds + EPOCH_OFFSET_US) / 1000n));

/** Reads one message. Values stay text, so that the warehouse reads exactly what the source wrote. */
export function readMessage(buffer: Buffer): StreamMessage {
  const reader = new Reader(buffer);
  switch (reader.letter()) {
    case 'B':
      return { kind: 'BEGIN', commit: reader.long() };
    case 'C': {
      reader.skip(1 + 8); // flags, start of the commit
      return { kind: 'COMMIT', end: reader.long(), at: dateOf(reader.signedLong()) };
    }
    case 'R':
      return readRelation(reader);
    case 'I': {
      const oid = reader.int();
      reader.skip(1); // N
      return { kind: 'INSERT', oid, values: reader.tuple() };
    }
    case 'U': {
      const oid = reader.int();
      // The old key or row comes first, if the key has changed or the source sends all of it.
      if (reader.letter() !== 'N') {
        reader.tuple();
        reader.skip(1);
      }
      return { kind: 'UPDATE', oid, values: reader.tuple() };
    }
    case 'D': {
      const oid = reader.int();
      reader.skip(1); // K or O
      return { kind: 'DELETE', oid, values: reader.tuple() };
    }
    case 'T': {
      const count = reader.int();
      reader.skip(1); // options
      return { kind: 'TRUNCATE', oids: Array.from({ length: count }, () => reader.int()) };
    }
    default:
      return { kind: 'OTHER' };
  }
}

function readRelation(reader: Reader): StreamMessage {
  const oid = reader.int();
  const schema = reader.text();
  const table = reader.text();
  reader.skip(1); // replica identity
  const columns = Array.from({ length: reader.short() }, () => {
    reader.skip(1); // whether it is part of the key
    const name = reader.text();
    const typeOid = reader.int();
    reader.skip(4); // type modifier
    return { name, typeOid };
  });
  return { kind: 'RELATION', oid, schema, table, columns };
}

/** Reads what PostgreSQL writes, from the start on. */
class Reader {
  #at = 0;

  constructor(private readonly buffer: Buffer) {}

  skip(bytes: number): void {
    this.#at += bytes;
  }

  letter(): string {
    return String.fromCharCode(this.buffer[this.#at++] ?? 0);
  }

  short(): number {
    const value = this.buffer.readUInt16BE(this.#at);
    this.#at += 2;
    return value;
  }

  int(): number {
    const value = this.buffer.readUInt32BE(this.#at);
    this.#at += 4;
    return value;
  }

  long(): bigint {
    const value = this.buffer.readBigUInt64BE(this.#at);
    this.#at += 8;
    return value;
  }

  signedLong(): bigint {
    const value = this.buffer.readBigInt64BE(this.#at);
    this.#at += 8;
    return value;
  }

  /** Up to the next zero byte. */
  text(): string {
    const end = this.buffer.indexOf(0, this.#at);
    const value = this.buffer.toString('utf8', this.#at, end);
    this.#at = end + 1;
    return value;
  }

  tuple(): StreamedValue[] {
    const values: StreamedValue[] = [];
    for (let left = this.short(); left > 0; left -= 1) values.push(this.#value());
    return values;
  }

  #value(): StreamedValue {
    const kind = this.letter();
    if (kind === 'n') return null;
    if (kind === 'u') return undefined;
    const length = this.int();
    const value = this.buffer.toString('utf8', this.#at, this.#at + length);
    this.#at += length;
    return value;
  }
}
