import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { AwsV4Signer } from 'aws4fetch';
import type { AsyncBuffer } from 'hyparquet';
import { request, type Dispatcher } from 'undici';
import { LakeProblem } from '../lake-problem';
import { s3Url, type S3Settings } from './s3-settings';
import type { LakeStore, LocalFile } from './store';

const ATTEMPTS = 4;
const FIRST_WAIT_MS = 200;
const EMPTY_SHA256 = createHash('sha256').digest('hex');

interface Sent {
  readonly method: 'GET' | 'PUT' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  readonly sha256?: string;
  /** Makes the body, once for each attempt. */
  readonly body?: () => Readable | string;
}

type Answer = Dispatcher.ResponseData;

/** A lake in a bucket. Each key is replaced as a whole; readers see the object before, or the new one. */
export class S3Store implements LakeStore {
  private constructor(
    private readonly settings: S3Settings,
    readonly workshop: string,
  ) {}

  static async open(settings: S3Settings): Promise<S3Store> {
    return new S3Store(settings, await mkdtemp(join(tmpdir(), 'mtg-lake-')));
  }

  async close(): Promise<void> {
    await rm(this.workshop, { recursive: true, force: true });
  }

  async readText(path: string): Promise<string | undefined> {
    const answer = await this.#send(path, { method: 'GET' });
    if (answer.statusCode === 404) {
      await answer.body.dump();
      return undefined;
    }
    await this.#require(answer, path);
    return answer.body.text();
  }

  async put(path: string, { path: local, bytes, sha256 }: LocalFile): Promise<void> {
    const answer = await this.#send(path, {
      method: 'PUT',
      sha256,
      headers: { 'content-length': String(bytes), 'content-type': 'application/vnd.apache.parquet' },
      body: () => createReadStream(local),
    });
    await this.#require(answer, path);
    await answer.body.dump();
    await rm(local);
  }

  async putText(path: string, text: string): Promise<void> {
    const answer = await this.#send(path, {
      method: 'PUT',
      sha256: createHash('sha256').update(text).digest('hex'),
      headers: { 'content-type': 'application/json' },
      body: () => text,
    });
    await this.#require(answer, path);
    await answer.body.dump();
  }

  async remove(path: string): Promise<void> {
    const answer = await this.#send(path, { method: 'DELETE' });
    if (answer.statusCode !== 404) await this.#require(answer, path);
    await answer.body.dump();
  }

  partsOf(path: string, bytes: number): AsyncBuffer {
    return {
      byteLength: bytes,
      slice: async (start, end = bytes) => {
        const answer = await this.#send(path, {
          method: 'GET',
          headers: { range: `bytes=${start}-${end - 1}` },
        });
        await this.#require(answer, path);
        return answer.body.arrayBuffer();
      },
    };
  }

  /** Sends a signed request, again if the server is busy or cannot be reached. */
  async #send(path: string, sent: Sent): Promise<Answer> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const answer = await this.#sendOnce(path, sent);
        if (answer.statusCode < 500 || attempt === ATTEMPTS) return answer;
        await answer.body.dump();
      } catch (error) {
        if (attempt === ATTEMPTS) throw this.#unreachable(error);
      }
      await sleep(FIRST_WAIT_MS * 2 ** attempt);
    }
  }

  async #sendOnce(path: string, { method, headers, sha256 = EMPTY_SHA256, body }: Sent): Promise<Answer> {
    const { accessKeyId, secretAccessKey, sessionToken, region } = this.settings;
    const signed = await new AwsV4Signer({
      method,
      url: s3Url(this.settings, path).toString(),
      headers: { ...headers, 'x-amz-content-sha256': sha256 },
      accessKeyId,
      secretAccessKey,
      ...(sessionToken !== undefined && { sessionToken }),
      service: 's3',
      region,
    }).sign();
    return request(signed.url, {
      method,
      headers: Object.fromEntries(signed.headers),
      ...(body && { body: body() }),
    });
  }

  async #require({ statusCode, body }: Answer, path: string): Promise<void> {
    if (statusCode < 300) return;
    const text = await body.text();
    const reason = /<Message>([^<]*)</.exec(text)?.[1] ?? /<Code>([^<]*)</.exec(text)?.[1] ?? '';
    const url = s3Url(this.settings, path);
    throw new LakeProblem(
      'TARGET',
      `存储服务对 ${url.host}${url.pathname} 答复 ${statusCode} ${reason}。请核对存储桶、AWS_ACCESS_KEY_ID、AWS_SECRET_ACCESS_KEY、AWS_REGION 和 AWS_ENDPOINT_URL`,
      `The storage answered ${statusCode} ${reason} for ${url.host}${url.pathname}. Check the bucket, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_REGION and AWS_ENDPOINT_URL`,
    );
  }

  #unreachable(error: unknown): LakeProblem {
    const { origin } = s3Url(this.settings, '');
    const reason = error instanceof Error ? error.message : String(error);
    return new LakeProblem(
      'TARGET',
      `无法连接存储服务 ${origin}（${reason}）。请核对 AWS_ENDPOINT_URL`,
      `The storage at ${origin} cannot be reached (${reason}). Check AWS_ENDPOINT_URL`,
      { cause: error },
    );
  }
}
