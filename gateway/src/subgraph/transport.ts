import { Readable } from 'node:stream';
import { REFUSED_ROUTE, type PartStatus } from '@mtg/service-kit';
import { Pool, type Dispatcher } from 'undici';
import { degradation, LONGEST_READINESS } from './readiness-answer';

/** Enough for a street's subgraph to be the limit rather than the wire; more would only queue inside it. */
const CONNECTIONS = 64;

/** Below the servers' 75 s, so that the pool drops an idle connection before the server does. */
const IDLE_TIMEOUT_MS = 60_000;

const DEFAULT_MAX_RESPONSE_BYTES = 16 * 1024 * 1024;

/** Thrown for an answer whose status says that it holds no data; the body is not read. */
class UnexpectedStatus extends Error {
  override readonly name = 'UnexpectedStatus';

  constructor(status: number) {
    super(`HTTP status ${status}`);
  }
}

/** Keep-alive connections to one subgraph. Follows no redirect and never repeats a request. */
export class SubgraphTransport {
  readonly #pool: Pool;
  readonly #path: string;

  constructor(url: string, timeoutMs: number, maxResponseBytes = DEFAULT_MAX_RESPONSE_BYTES) {
    const { origin, pathname, search } = new URL(url);
    this.#path = `${pathname}${search}`;
    this.#pool = new Pool(origin, {
      connections: CONNECTIONS,
      pipelining: 1,
      keepAliveTimeout: IDLE_TIMEOUT_MS,
      keepAliveMaxTimeout: IDLE_TIMEOUT_MS,
      maxResponseSize: maxResponseBytes,
      // The caller's deadline ends a request; these only see to it that a socket is not kept for ever.
      connect: { timeout: timeoutMs },
      headersTimeout: timeoutMs * 2,
      bodyTimeout: timeoutMs * 2,
    });
  }

  /**
   * Sends JSON text and returns the text of the answer.
   *
   * @param onSent called when the first byte is about to be sent
   * @throws UnexpectedStatus for 3xx and 5xx; errors of the socket; an error when the answer is too large or cut short
   */
  async post(
    body: string,
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal,
    onSent?: () => void,
  ): Promise<string> {
    const answer = await this.#pool.request({
      method: 'POST',
      path: this.#path,
      headers: onSent ? { ...headers, 'content-length': String(Buffer.byteLength(body)) } : headers,
      body: onSent ? Readable.from(noticing(body, onSent), { objectMode: false }) : body,
      signal,
    });
    if (!mayHoldAnswer(answer)) {
      discard(answer.body);
      throw new UnexpectedStatus(answer.statusCode);
    }
    return answer.body.text();
  }

  /** Tells the subgraph of commands that it need not be asked for. */
  async report(body: string, headers: Readonly<Record<string, string>>, signal: AbortSignal): Promise<void> {
    const answer = await this.#pool.request({ method: 'POST', path: REFUSED_ROUTE, headers, body, signal });
    if (answer.statusCode >= 300) {
      discard(answer.body);
      throw new UnexpectedStatus(answer.statusCode);
    }
    await answer.body.dump();
  }

  /** Readiness by `GET /readyz` at the subgraph's origin, and why it needs attention although ready. */
  async readiness(signal: AbortSignal): Promise<Omit<PartStatus, 'name'>> {
    const answer = await this.#pool.request({ method: 'GET', path: '/readyz', signal });
    if (answer.statusCode !== 200) {
      discard(answer.body);
      return { ready: false };
    }
    const degraded = degradation(await shortText(answer.body));
    return { ready: true, ...(degraded !== undefined && { degraded }) };
  }

  /** Ends all connections; requests under way fail. */
  close(): Promise<void> {
    return this.#pool.destroy();
  }
}

/** A body that is read when it is written to a connection, and not before there is one. */
function* noticing(body: string, onSent: () => void): Generator<Buffer> {
  onSent();
  yield Buffer.from(body);
}

/**
 * 4xx may hold a GraphQL answer: Apollo Server says 400 for an operation that does not fit the schema, a subgraph 401 for a
 * token that is not valid. So may 503, by which a subgraph says that it cannot verify tokens now.
 */
function mayHoldAnswer({ statusCode, headers }: Dispatcher.ResponseData): boolean {
  if (statusCode === 503) return /\bjson\b/.test(String(headers['content-type']));
  return statusCode < 300 || (statusCode >= 400 && statusCode < 500);
}

/** An error page may be endless, so its connection is given up rather than drained. */
function discard(body: Dispatcher.ResponseData['body']): void {
  body.on('error', () => undefined).destroy();
}

/** The text of a short body; of a longer one, nothing. */
async function shortText(body: Dispatcher.ResponseData['body']): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    // Leaving the loop gives up the connection.
    if (length > LONGEST_READINESS) return '';
  }
  return Buffer.concat(chunks).toString();
}
