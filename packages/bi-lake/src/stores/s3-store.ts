import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { S3Bucket, type S3Settings } from '@mtg/storage';
import type { AsyncBuffer } from 'hyparquet';
import { LakeProblem } from '../lake-problem';
import type { LakeStore, LocalFile } from './store';

/** A lake in a bucket. Each key is replaced as a whole; readers see the object before, or the new one. */
export class S3Store implements LakeStore {
  private constructor(
    private readonly bucket: S3Bucket,
    readonly workshop: string,
  ) {}

  static async open(settings: S3Settings): Promise<S3Store> {
    const bucket = new S3Bucket(settings, (zh, en, options) => new LakeProblem('TARGET', zh, en, options));
    return new S3Store(bucket, await mkdtemp(join(tmpdir(), 'mtg-lake-')));
  }

  async close(): Promise<void> {
    await rm(this.workshop, { recursive: true, force: true });
  }

  async readText(path: string): Promise<string | undefined> {
    const answer = await this.bucket.send(path, { method: 'GET' });
    if (answer.statusCode !== 404) return answer.body.text();
    await answer.body.dump();
    return undefined;
  }

  async put(path: string, { path: local, bytes, sha256 }: LocalFile): Promise<void> {
    const answer = await this.bucket.require(path, {
      method: 'PUT',
      sha256,
      headers: { 'content-length': String(bytes), 'content-type': 'application/vnd.apache.parquet' },
      body: () => createReadStream(local),
    });
    await answer.body.dump();
    await rm(local);
  }

  async putText(path: string, text: string): Promise<void> {
    const answer = await this.bucket.require(path, {
      method: 'PUT',
      sha256: createHash('sha256').update(text).digest('hex'),
      headers: { 'content-type': 'application/json' },
      body: () => text,
    });
    await answer.body.dump();
  }

  async remove(path: string): Promise<void> {
    const answer = await this.bucket.send(path, { method: 'DELETE' });
    await answer.body.dump();
  }

  partsOf(path: string, bytes: number): AsyncBuffer {
    return {
      byteLength: bytes,
      slice: async (start, end = bytes) => {
        const answer = await this.bucket.require(path, {
          method: 'GET',
          headers: { range: `bytes=${start}-${end - 1}` },
        });
        return answer.body.arrayBuffer();
      },
    };
  }
}
