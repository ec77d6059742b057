import type { FastifyInstance, FastifyRequest } from 'fastify';
import { explainMark, foreignMarkIn } from '../errors/chinese-marks';
import { RequestRefused } from './request-refused';

const NOT_UTF8 =
  '请求体须为 UTF-8 编码（中文 Windows 的 curl 默认送出 GBK） · The body must be encoded in UTF-8. On Chinese Windows, curl sends GBK by default';
const QUERY = '{"query": "{ streets { name } }"}';
const notJson = (example: string): string =>
  `请求体须为 JSON，例如 ${example} · The body must be JSON, e.g. ${example}`;
const RESERVED =
  '请求体不能含有名为 __proto__ 或 constructor.prototype 的字段，请改名 · The body must not contain the keys __proto__ or constructor.prototype. Rename them';

/**
 * Has JSON bodies read as UTF-8, the one encoding of JSON between systems (RFC 8259), and refuses any other. Fastify's own
 * parser replaces what it cannot decode, and U+FFFD would be stored for good. A request to delete has no body, whatever type a
 * client names for it.
 *
 * @param example a body that is right, for messages
 */
export function readJsonBodies(app: FastifyInstance, example = QUERY): void {
  // Keeps Fastify's protection: keys that would change an object's prototype are refused.
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser<Buffer>(
    'application/json',
    { parseAs: 'buffer' },
    (request: FastifyRequest, bytes: Buffer, done) => {
      if (bytes.length === 0 && request.method === 'DELETE') return done(null, undefined);
      try {
        const text = decode(request, bytes);
        void parse(request, text, (error: Error | null, body?: unknown) =>
          error ? done(new RequestRefused(400, sentenceFor(text, example))) : done(null, body),
        );
      } catch (error) {
        done(error as Error);
      }
    },
  );
}

function decode({ headers }: FastifyRequest, bytes: Buffer): string {
  const charset = /;\s*charset\s*=\s*"?([^\s;"]*)/i.exec(headers['content-type'] ?? '')?.[1];
  if (charset !== undefined && !/^(utf-?8|us-ascii)$/i.test(charset)) throw new RequestRefused(415, NOT_UTF8);
  const encoding = headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') {
    throw new RequestRefused(
      415,
      '请求体不能压缩，请去掉 Content-Encoding · The body must not be compressed. Remove Content-Encoding',
    );
  }
  return decodeUtf8(bytes) ?? refuse(NOT_UTF8);
}

function refuse(sentence: string): never {
  throw new RequestRefused(400, sentence);
}

/** Making one takes longer than decoding a request. It keeps nothing from one text to the next. */
const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** The text, without a byte order mark; undefined when the bytes are not UTF-8. */
function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return UTF8.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Message for a text that is not JSON: V8's own message quotes it, and says nothing of Chinese marks. */
function sentenceFor(text: string, example: string): string {
  if (isJson(text)) return RESERVED;
  const index = foreignMarkIn(text);
  const explained = index === undefined ? undefined : explainMark(text, index);
  return explained === undefined ? notJson(example) : `请求体不是 JSON：${explained}`;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
