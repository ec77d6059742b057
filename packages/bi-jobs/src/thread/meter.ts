import { createHash } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';

/** Passes bytes on, counts them and digests them. */
export class Meter extends Transform {
  readonly #hash = createHash('sha256');
  bytes = 0;

  /** SHA-256 of all bytes, in base64. To be called once, at the end. */
  digest(): string {
    return this.#hash.digest('base64');
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.bytes += chunk.length;
    this.#hash.update(chunk);
    done(null, chunk);
  }
}
