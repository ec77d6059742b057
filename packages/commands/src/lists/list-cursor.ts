import { isAmount } from '@mtg/governance';
import { refuse } from '@mtg/service-kit';
import { isWithinTimeRange } from '@mtg/subgraph-kit';
import type { Place } from './keyset';
import type { Ordering } from './list-order';

const UUID_PATTERN = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const DAY_PATTERN = /^\d{4}-\d\d-\d\d$/;
const INSTANT_PATTERN = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** Prefix of the cursors of an order, so that a cursor of another order is detected. */
const signatureOf = (orderings: readonly Ordering[]): string =>
  orderings.map(({ column, direction }) => `${column.property}:${direction}`).join(',');

/** The cursor of a place: opaque to clients. */
export const writeCursor = (orderings: readonly Ordering[], { values, id }: Place): string =>
  Buffer.from(JSON.stringify([signatureOf(orderings), ...values, id])).toString('base64url');

/** @throws PublicError BAD_USER_INPUT for a text that no list of this order has given out */
export function readCursor(
  cursor: string,
  argument: 'after' | 'before',
  orderings: readonly Ordering[],
): Place {
  const place = parse(cursor, orderings);
  if (place && writeCursor(orderings, place) === cursor) return place;
  throw refuse.badArgument(argument, {
    zh: '不是此列表返回的游标。请使用此列表返回的游标',
    en: 'is not a cursor of this list. Use a cursor that this list has returned',
  });
}

function parse(cursor: string, orderings: readonly Ordering[]): Place | undefined {
  const parts = jsonOf(Buffer.from(cursor, 'base64url').toString('utf8'));
  if (!Array.isArray(parts) || parts.length !== orderings.length + 2) return undefined;
  const [signature, ...rest] = parts as readonly unknown[];
  const id = rest.at(-1);
  const values = rest.slice(0, -1);
  if (signature !== signatureOf(orderings)) return undefined;
  if (typeof id !== 'string' || !UUID_PATTERN.test(id)) return undefined;
  return orderings.every((ordering, index) => isValueOf(ordering, values[index]))
    ? { values, id }
    : undefined;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A forged cursor is refused here, and not by the database. */
function isValueOf({ column }: Ordering, value: unknown): boolean {
  if (value === null) return column.nullable;
  switch (column.sql) {
    case 'int':
      return Number.isInteger(value) && Math.abs(Number(value)) <= 2_147_483_647;
    case 'numeric':
      return typeof value === 'string' && isAmount(value);
    case 'double precision':
      return Number.isFinite(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'date':
      return typeof value === 'string' && DAY_PATTERN.test(value) && isTime(`${value}T00:00:00.000Z`);
    case 'timestamptz':
      return typeof value === 'string' && INSTANT_PATTERN.test(value) && isTime(value);
    case 'uuid':
      return typeof value === 'string' && UUID_PATTERN.test(value);
    case 'text':
    case 'text[]':
    default:
      return typeof value === 'string' && !value.includes('\0');
  }
}

function isTime(text: string): boolean {
  const time = new Date(text);
  return !Number.isNaN(time.getTime()) && time.toISOString() === text && isWithinTimeRange(time);
}
