import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { AwsV4Signer } from 'aws4fetch';
import { request, type Dispatcher } from 'undici';
import { s3Url, type S3Settings } from './s3-settings';

const ATTEMPTS = 4;
const FIRST_WAIT_MS = 200;
const EMPTY_SHA256 = createHash('sha256').digest('hex');

/** A request about one key. */
export interface SentToBucket {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  /** Of the body. */
  readonly sha256?: string;
  /** Makes the body, once for each attempt. */
  readonly body?: () => Readable | string;
}

type Answer = Dispatcher.ResponseData;

/** Makes the error of a bucket that refuses or cannot be reached. */
type ProblemOf = (zh: string, en: string, options?: ErrorOptions) => Error;

/** A bucket, asked by signed requests. Each key is replaced as a whole; readers see the object before, or the new one. */
export class S3Bucket {
  constructor(
    private readonly settings: S3Settings,
    private readonly problemOf: ProblemOf,
  ) {}

  /**
   * Sends a signed request, again if the server is busy or cannot be reached. An answer of 404 is returned.
   *
   * @throws the bucket's problem for every other answer that is no success
   */
  async send(path: string, sent: SentToBucket): Promise<Answer> {
    const answer = await this.#sendUntilAnswered(path, sent);
    if (answer.statusCode >= 300 && answer.statusCode !== 404) throw await this.#refused(answer, path);
    return answer;
  }

  /** The same, where a key that is not there is a problem too. */
  async require(path: string, sent: SentToBucket): Promise<Answer> {
    const answer = await this.send(path, sent);
    if (answer.statusCode === 404) throw await this.#refused(answer, path);
    return answer;
  }

  /** Copies a key within the bucket. @returns false where there is none */
  async copy(from: string, to: string): Promise<boolean> {
    const { bucket, prefix } = this.settings;
    const source = [bucket, ...(prefix === '' ? [] : [prefix]), from].join('/');
    const answer = await this.send(to, {
      method: 'PUT',
      headers: { 'x-amz-copy-source': `/${source.split('/').map(encodeURIComponent).join('/')}` },
    });
    const text = await answer.body.text();
    if (answer.statusCode === 404) return false;
    // A server that has begun to answer can only say in the body that it failed.
    if (text.includes('<Error>')) {
      throw this.problemOf(
        `存储服务没有复制 ${from}（${text}）。请稍后再试`,
        `The storage did not copy ${from} (${text}). Try again later`,
      );
    }
    return true;
  }

  async #sendUntilAnswered(path: string, sent: SentToBucket): Promise<Answer> {
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

  async #sendOnce(
    path: string,
    { method, headers, sha256 = EMPTY_SHA256, body }: SentToBucket,
  ): Promise<Answer> {
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

  async #refused({ statusCode, body }: Answer, path: string): Promise<Error> {
    const text = await body.text();
    const reason = /<Message>([^<]*)</.exec(text)?.[1] ?? /<Code>([^<]*)</.exec(text)?.[1] ?? '';
    const url = s3Url(this.settings, path);
    return this.problemOf(
      `存储服务对 ${url.host}${url.pathname} 答复 ${statusCode} ${reason}。请核对存储桶、AWS_ACCESS_KEY_ID、AWS_SECRET_ACCESS_KEY、AWS_REGION 和 AWS_ENDPOINT_URL`,
      `The storage answered ${statusCode} ${reason} for ${url.host}${url.pathname}. Check the bucket, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_REGION and AWS_ENDPOINT_URL`,
    );
  }

  #unreachable(error: unknown): Error {
    const { origin } = s3Url(this.settings, '');
    const reason = error instanceof Error ? error.message : String(error);
    return this.problemOf(
      `无法连接存储服务 ${origin}（${reason}）。请核对 AWS_ENDPOINT_URL`,
      `The storage at ${origin} cannot be reached (${reason}). Check AWS_ENDPOINT_URL`,
      { cause: error },
    );
  }
}
