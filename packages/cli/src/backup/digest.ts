import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Number of rows of COPY's text format that passed through, and their digest. */
export interface Passed {
  readonly rows: number;
  readonly sha256: string;
}

const LINE_END = 0x0a;

/** Passes rows on and counts them. A line end within a value is written as `\n` in that format, so each is a row's. */
export class CountedRows extends Transform {
  readonly #hash = createHash('sha256');
  #rows = 0;

  override _transform(chunk: Buffer, _encoding: string, done: (error: null, chunk: Buffer) => void): void {
    this.#hash.update(chunk);
    for (let at = chunk.indexOf(LINE_END); at !== -1; at = chunk.indexOf(LINE_END, at + 1)) this.#rows += 1;
    done(null, chunk);
  }

  /** To be asked once, when all has passed. */
  passed(): Passed {
    return { rows: this.#rows, sha256: this.#hash.digest('hex') };
  }
}

/** Takes all and keeps nothing. */
export const discard = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() });

export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
