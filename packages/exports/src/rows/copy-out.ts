import copyStreams, { type CopyToStreamQuery } from 'pg-copy-streams';

const COPY_DATA = 'd'.charCodeAt(0);
/** Messages that may come before and between rows: the format of the rows, notices and settings. */
const PASSED_OVER: ReadonlySet<number | undefined> = new Set(Buffer.from('HNSA'));
/** A message begins with its code and its length, which counts itself and what follows. */
const CODE = 1;
const HEAD = 5;

/** The part of the library's stream that is taken over: it is given each chunk of the connection. */
interface Parsing {
  _parse(chunk: Buffer): boolean | undefined;
}

/**
 * Begins a COPY. PostgreSQL sends each row as a message, and the library makes a buffer of each, which took a fifth of the time of
 * a file. Here the rows of a chunk are put together in one pass; its end, and errors, are the library's.
 */
export function copyOut(statement: string): CopyToStreamQuery {
  const query = copyStreams.to(statement);
  const library = query as unknown as Parsing; // of the version that package.json names
  const parse = library._parse.bind(query);
  let begun: Buffer | undefined;
  library._parse = (chunk) => {
    const bytes = begun ? Buffer.concat([begun, chunk]) : chunk;
    const { rows, end, isOver } = rowsIn(bytes);
    const rest = bytes.subarray(end);
    begun = isOver || rest.length === 0 ? undefined : rest;
    const isDrained = rows.length === 0 || query.push(rows);
    return isOver ? parse(rest) : isDrained;
  };
  return query;
}

interface Rows {
  readonly rows: Buffer;
  /** Where the first message begins that is not whole, or another. */
  readonly end: number;
  /** True if it is another: there are no more rows. */
  readonly isOver: boolean;
}

/** The data of the messages with which some bytes begin. */
function rowsIn(bytes: Buffer): Rows {
  const rows = Buffer.allocUnsafe(bytes.length);
  let at = 0;
  let to = 0;
  while (at + HEAD <= bytes.length) {
    const isData = bytes[at] === COPY_DATA;
    if (!isData && !PASSED_OVER.has(bytes[at])) return { rows: rows.subarray(0, to), end: at, isOver: true };
    const next = at + CODE + bytes.readUInt32BE(at + CODE);
    if (next > bytes.length) break;
    if (isData) to += bytes.copy(rows, to, at + HEAD, next);
    at = next;
  }
  return { rows: rows.subarray(0, to), end: at, isOver: false };
}
