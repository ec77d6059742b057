import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { S3Bucket } from '../s3/s3-bucket';
import type { S3Settings } from '../s3/s3-settings';
import { StorageProblem } from '../storage-problem';
import { placeOf, type FileStore, type SpooledFile } from './file-store';

/** Files in a bucket. They arrive in a directory of this machine, since a bucket has to be told length and digest first. */
export class BucketFiles implements FileStore {
  private constructor(
    private readonly bucket: S3Bucket,
    readonly spool: string,
  ) {}

  static async open(settings: S3Settings): Promise<BucketFiles> {
    const bucket = new S3Bucket(settings, (zh, en, options) => new StorageProblem(zh, en, options));
    return new BucketFiles(bucket, await mkdtemp(join(tmpdir(), 'mtg-files-')));
  }

  async put(file: SpooledFile): Promise<void> {
    const answer = await this.bucket.require(placeOf('files', file.sha256), {
      method: 'PUT',
      sha256: file.sha256,
      headers: { 'content-length': String(file.bytes), 'content-type': 'application/octet-stream' },
      body: () => createReadStream(file.path),
    });
    await answer.body.dump();
    await rm(file.path, { force: true });
  }

  async read(sha256: string): Promise<Readable | undefined> {
    const answer = await this.bucket.send(placeOf('files', sha256), { method: 'GET' });
    if (answer.statusCode !== 404) return answer.body;
    await answer.body.dump();
    return undefined;
  }

  async remove(sha256: string): Promise<void> {
    const answer = await this.bucket.send(placeOf('files', sha256), { method: 'DELETE' });
    await answer.body.dump();
  }

  async quarantine(sha256: string): Promise<void> {
    // Another round may have moved it.
    if (await this.bucket.copy(placeOf('files', sha256), placeOf('quarantine', sha256)))
      await this.remove(sha256);
  }
}
