import { maxHeaderSize } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { errorBodyAt } from './error-at';

/** Time to read the answer before the socket is cut. */
const LINGER_MS = 500;

const ANSWERS = {
  400: [
    'Bad Request',
    '不是 HTTP 请求，或地址、请求头的写法有误（地址须为 UTF-8 的百分号编码） · This is not an HTTP request, or its URL or headers are malformed. A URL must be percent-encoded UTF-8',
  ],
  408: ['Request Timeout', '请求没有在时限内完整送达 · The request did not arrive completely in time'],
  414: [
    'URI Too Long',
    `地址超过 ${maxHeaderSize} 字节，请改用 POST · The URL exceeds ${maxHeaderSize} bytes. Use POST`,
  ],
  431: [
    'Request Header Fields Too Large',
    `请求头连同地址超过 ${maxHeaderSize} 字节：令牌（Authorization）或 Cookie 太长，请缩短 · URL and headers together exceed ${maxHeaderSize} bytes: the token (Authorization) or a cookie is too long. Shorten it`,
  ],
} as const;

/** True for the doors of the warehouse, which are no part of `/graphql`. */
export const isDoor = (url: string): boolean => /^\/(?:bi|odata)(?:[/?]|$)/.test(url);
const SHORTER = `地址超过 ${maxHeaderSize} 字节：请缩短筛选条件，少选几列，或分成几次读取 · The URL exceeds ${maxHeaderSize} bytes. Shorten the filter, choose fewer columns, or read in several requests`;

const USE_POST =
  '地址的百分号编码有误；请用 POST /graphql · The percent-encoding of the URL is wrong. Use POST /graphql';
const ENCODE =
  '地址的百分号编码有误：请按 UTF-8 编码，如 %E5%A4%A7（“大”） · The percent-encoding of the URL is wrong. Encode it as UTF-8, e.g. %E5%A4%A7 for 大';

/** Node's error for bytes that it cannot read as a request. */
interface ClientError extends Error {
  readonly code?: string;
  readonly rawPacket?: unknown;
}

/** Answers bytes that never became a request. They are not logged: they may be anything. */
export function answerBrokenRequest(error: ClientError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const start = startOf(error);
  const status = statusOf(error, start);
  const url = /^[A-Z]+ (\S+)/.exec(start)?.[1] ?? '';
  const [reason, usual] = ANSWERS[status];
  const message = status === 414 && isDoor(url) ? SHORTER : usual;
  const body = JSON.stringify(errorBodyAt(url, 'BAD_REQUEST', message));
  const head = [
    `HTTP/1.1 ${status} ${reason}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  // Destroyed at once, a socket with unread bytes is reset, and the answer lost.
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
  setTimeout(() => socket.destroy(), LINGER_MS).unref();
}

/** The bytes that Node was reading. Fastify's type does not have them. */
const startOf = ({ rawPacket }: ClientError): string =>
  Buffer.isBuffer(rawPacket) ? rawPacket.toString('latin1') : '';

function statusOf({ code }: ClientError, start: string): keyof typeof ANSWERS {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 408;
  if (code !== 'HPE_HEADER_OVERFLOW') return 400;
  const [line = ''] = start.split('\r\n');
  return /^[A-Z]+ \S/.test(start) && line.length >= maxHeaderSize ? 414 : 431;
}

/** Answers a request whose address Fastify cannot read, in place of Fastify. */
export function answerBadAddress(_error: Error, { url }: FastifyRequest, reply: FastifyReply): void {
  void reply.code(400).send(errorBodyAt(url, 'BAD_REQUEST', isDoor(url) ? ENCODE : USE_POST));
}
