import { createHash } from 'node:crypto';

type Entry = readonly [key: string, value: unknown];

/** JSON with the keys of every object in order, so that equal values have equal text. @param counts which entries to have */
export const canonicalJson = (value: unknown, counts: (entry: Entry) => boolean = () => true): string =>
  JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(
          Object.entries(each)
            .filter(counts)
            .sort(([a], [b]) => (a < b ? -1 : Number(a > b))),
        )
      : each,
  );

/** SHA-256 in hexadecimal. */
export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** Canonical form of a command's input. Null and omitted are the same to a command, and so they are here. */
export const digestOfInput = (input: unknown): string =>
  sha256(canonicalJson(input ?? null, ([, value]) => value !== null));
