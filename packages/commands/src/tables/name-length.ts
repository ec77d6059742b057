/** PostgreSQL cuts longer names off, so that two of them may become one. */
const LONGEST_IN_SQL = 63;

/** The longest that follows the name of a relation where a page of its rows is read: `|500|` and a cursor. */
export const LONGEST_PAGE = 27;

const LONGEST = LONGEST_IN_SQL - LONGEST_PAGE;

/** @throws Error for a field whose name PostgreSQL would cut off, as a column or where rows are read under it */
export function requireShortName(table: string, field: string): void {
  if (Buffer.byteLength(field) <= LONGEST) return;
  throw new Error(`${table}.${field}: the name is too long for SQL. Use at most ${LONGEST} characters`);
}
