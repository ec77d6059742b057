import type { Transform } from 'node:stream';
import zlib from 'node:zlib';

/** Compresses well enough, and faster than PostgreSQL writes. */
const GZIP_LEVEL = 1;

// Node has zstd since 22.15; the types are those of Node 20.
const { createZstdCompress } = zlib as { readonly createZstdCompress?: () => Transform };

/** Compressions of an answer, the better first. */
const ENCODINGS: ReadonlyMap<string, () => Transform> = new Map([
  ...(createZstdCompress ? [['zstd', () => createZstdCompress()] as const] : []),
  ['gzip', () => zlib.createGzip({ level: GZIP_LEVEL })],
]);

/** A compression that the client takes. */
export interface ContentEncoding {
  readonly name: string;
  readonly create: () => Transform;
}

/** Chooses by `Accept-Encoding`. Undefined for none. */
export function encodingFor(accepted = ''): ContentEncoding | undefined {
  const weights = new Map(
    accepted.split(',').map((part): [string, number] => {
      const [name = '', ...parameters] = part.split(';').map((each) => each.trim().toLowerCase());
      const weight = parameters.find((each) => each.startsWith('q='))?.slice(2);
      return [name, weight === undefined ? 1 : Number(weight)];
    }),
  );
  const weightOf = (name: string): number => weights.get(name) ?? weights.get('*') ?? 0;
  const [best] = [...ENCODINGS]
    .filter(([name]) => weightOf(name) > 0)
    .toSorted(([a], [b]) => weightOf(b) - weightOf(a));
  return best && { name: best[0], create: best[1] };
}
