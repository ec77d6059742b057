/** A part of a file, with both ends. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Reads a header `Range` (RFC 9110). Several parts, and what is no range of bytes, are answered by the whole.
 *
 * @returns undefined for the whole, null for a part that the file does not have
 */
export function byteRange(header: string | undefined, size: number): ByteRange | null | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '') ?? [];
  if (first === '' && last === '') return undefined;
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length === 0 ? null : { start: size - length, end: size - 1 };
  }
  const start = Number(first);
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== '' && Number(last) < start) return undefined;
  return start >= size ? null : { start, end };
}

/** True if `If-Range` allows a part: it is absent, or names this very content. Weak tags and other forms do not. */
export const mayContinue = (ifRange: string | undefined, tag: string): boolean =>
  ifRange === undefined || ifRange.trim() === tag;
