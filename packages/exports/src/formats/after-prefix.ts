import { Transform, type TransformCallback } from 'node:stream';

/** Passes bytes on behind a text. The text waits for the first of them, so that a failure before it is still an error. */
export class AfterPrefix extends Transform {
  #prefix: Buffer | undefined;

  constructor(prefix: string) {
    super();
    this.#prefix = Buffer.from(prefix);
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#begin();
    done(null, chunk);
  }

  override _flush(done: TransformCallback): void {
    this.#begin();
    done();
  }

  #begin(): void {
    if (this.#prefix && this.#prefix.length > 0) this.push(this.#prefix);
    this.#prefix = undefined;
  }
}
