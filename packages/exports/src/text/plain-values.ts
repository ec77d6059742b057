import type { DatasetType } from '@mtg/datasets';
import type { TextOut } from './text-out';

/** Writes a value that PostgreSQL sent in binary: so many bytes, from a place on. There is room for 64 bytes. */
export type WriteValue = (
  out: TextOut,
  bytes: Uint8Array,
  view: DataView,
  at: number,
  length: number,
) => void;

const HALF = 2 ** 32;
/** Numbers are exact up to here. */
const EXACT_HIGH = 2 ** 20;
const DAY = 86_400_000_000;
/** The offset that the district has the whole year. */
const OFFSET = 8 * 3_600_000_000;
/** From the first of March of the year 0, of which leap years are counted, to 2000. */
const DAYS_TO_2000 = 730_425;

const TRUE = Buffer.from('true');
const FALSE = Buffer.from('false');
const ZONE = Buffer.from('+08:00');
const HEX = Buffer.from('0123456789abcdef');
/** A uuid has hyphens before these bytes. */
const HYPHENS: ReadonlySet<number> = new Set([4, 6, 8, 10]);
const PLACES = Array.from(
  { length: 16 },
  (_, byte) => 2 * byte + [...HYPHENS].filter((each) => each <= byte).length,
);

const writeUuid: WriteValue = (out, bytes, _view, at) => {
  const { bytes: room, at: begin } = out;
  for (const hyphen of [8, 13, 18, 23]) room[begin + hyphen] = 45;
  for (let byte = 0; byte < 16; byte += 1) {
    const value = bytes[at + byte] ?? 0;
    const place = begin + (PLACES[byte] ?? 0);
    room[place] = HEX[value >> 4] ?? 0;
    room[place + 1] = HEX[value & 15] ?? 0;
  }
  out.at = begin + 36;
};

const writeBoolean: WriteValue = (out, bytes, _view, at) => out.raw(bytes[at] === 1 ? TRUE : FALSE);

const writeInt: WriteValue = (out, _bytes, view, at) => out.number(view.getInt32(at));

const writeBigint: WriteValue = (out, _bytes, view, at) => {
  const high = view.getInt32(at);
  if (high > -EXACT_HIGH && high < EXACT_HIGH) out.number(high * HALF + view.getUint32(at + 4));
  else out.ascii(String(view.getBigInt64(at)));
};

/** Makes the function that writes days since 2000. Neighbors are often of one day. */
function dayWriter(): (out: TextOut, day: number) => void {
  let known = Number.NaN;
  let year = 0;
  let month = 0;
  let dayOfMonth = 0;
  return (out, day) => {
    if (day !== known) {
      known = day;
      const days = day + DAYS_TO_2000;
      const era = Math.floor(days / 146_097);
      const ofEra = days - era * 146_097;
      const years = Math.floor(
        (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
      );
      const ofYear = ofEra - (365 * years + Math.floor(years / 4) - Math.floor(years / 100));
      const fromMarch = Math.floor((5 * ofYear + 2) / 153);
      dayOfMonth = ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
      month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
      year = years + era * 400 + (month <= 2 ? 1 : 0);
    }
    if (year > 9999) out.number(year);
    else out.digits(year, 4);
    out.byte(45);
    out.digits(month, 2);
    out.byte(45);
    out.digits(dayOfMonth, 2);
  };
}

function dateWriter(): WriteValue {
  const writeDay = dayWriter();
  return (out, _bytes, view, at) => writeDay(out, view.getInt32(at));
}

/** Times of the district, as `2026-07-01T08:30:00.5+08:00`. */
function timeWriter(): WriteValue {
  const writeDay = dayWriter();
  return (out, _bytes, view, at) => {
    const local = view.getInt32(at) * HALF + view.getUint32(at + 4) + OFFSET;
    const day = Math.floor(local / DAY);
    const ofDay = local - day * DAY;
    const seconds = Math.floor(ofDay / 1_000_000);
    const minutes = Math.floor(seconds / 60);
    const hours = Math.floor(minutes / 60);
    writeDay(out, day);
    out.byte(84);
    out.digits(hours, 2);
    out.byte(58);
    out.digits(minutes - hours * 60, 2);
    out.byte(58);
    out.digits(seconds - minutes * 60, 2);
    const fraction = ofDay - seconds * 1_000_000;
    if (fraction > 0) {
      out.byte(46);
      out.digits(fraction, 6);
      while (out.bytes[out.at - 1] === 48) out.at -= 1;
    }
    out.raw(ZONE);
  };
}

/** Makes the function that writes values of a type without quotes. Undefined for texts. */
export function plainWriter(sql: DatasetType): WriteValue | undefined {
  switch (sql) {
    case 'boolean':
      return writeBoolean;
    case 'int':
      return writeInt;
    case 'bigint':
      return writeBigint;
    case 'uuid':
      return writeUuid;
    case 'date':
      return dateWriter();
    case 'timestamptz':
      return timeWriter();
    case 'double precision':
    case 'text':
    case 'text[]':
    default:
      return undefined;
  }
}
