import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { expectedSignature } from './signature';

const KEY_ID = 'AKIDTEST';
const SECRET = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY';

/** A server that takes objects as S3 does, and only if they are signed, complete and of the length that was announced. */
export interface StorageServer {
  readonly endpoint: string;
  readonly objects: Map<string, Buffer>;
  /** Number of requests that are refused next, as a busy server does. */
  busy: number;
  stop(): Promise<void>;
}

/** Settings with which a client reaches a folder of the bucket. */
export const settingsFor = ({ endpoint }: Pick<StorageServer, 'endpoint'>, prefix: string) =>
  ({
    bucket: 'lake',
    prefix,
    accessKeyId: KEY_ID,
    secretAccessKey: SECRET,
    region: 'us-east-1',
    endpoint,
    addressing: 'path',
  }) as const;

/** Starts it with one bucket, `lake`. */
export async function startStorage(): Promise<StorageServer> {
  const objects = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    void answer(state, request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const state: StorageServer = {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    busy: 0,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return state;
}

async function answer(
  state: StorageServer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = '', url = '', headers } = request;
  const body = await buffer(request);
  const refuse = (status: number, code: string): unknown =>
    response
      .writeHead(status)
      .end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`);
  if (state.busy > 0) {
    state.busy -= 1;
    return void refuse(503, 'SlowDown');
  }
  const signature = expectedSignature({ method, url, headers }, SECRET);
  if (signature?.keyId !== KEY_ID) return void refuse(403, 'InvalidAccessKeyId');
  if (signature.given !== signature.expected) return void refuse(403, 'SignatureDoesNotMatch');
  if (createHash('sha256').update(body).digest('hex') !== headers['x-amz-content-sha256'])
    return void refuse(400, 'XAmzContentSHA256Mismatch');
  const path = decodeURIComponent(url);
  if (!path.startsWith('/lake/')) return void refuse(404, 'NoSuchBucket');
  const source = headers['x-amz-copy-source'];
  if (method === 'PUT' && typeof source === 'string') {
    const copied = state.objects.get(decodeURIComponent(source));
    if (!copied) return void refuse(404, 'NoSuchKey');
    state.objects.set(path, copied);
    return void response.writeHead(200).end('<CopyObjectResult></CopyObjectResult>');
  }
  if (method === 'PUT') {
    if (headers['content-length'] === undefined) return void refuse(411, 'MissingContentLength');
    state.objects.set(path, body);
    return void response.writeHead(200).end();
  }
  if (method === 'DELETE') {
    state.objects.delete(path);
    return void response.writeHead(204).end();
  }
  const object = state.objects.get(path);
  if (!object) return void refuse(404, 'NoSuchKey');
  const [, start, end] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '') ?? [];
  if (start === undefined) return void response.writeHead(200).end(object);
  return void response.writeHead(206).end(object.subarray(Number(start), Number(end) + 1));
}
