import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Requests to a fake subgraph. */
export interface Received {
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface FakeServer {
  /** Its GraphQL endpoint, on a free port. */
  readonly url: string;
  readonly received: readonly Received[];
  /** Connections that were opened to it. */
  readonly connections: () => number;
  close(): Promise<void>;
}

/** Answers one request to `/graphql`; `/readyz` is answered by the server itself. */
export type Behaviour = (body: string, response: ServerResponse, request: IncomingMessage) => unknown;

/** @param readiness what `/readyz` says, with 200 */
export async function serve(behave: Behaviour, readiness = '{"status":"ready"}'): Promise<FakeServer> {
  const received: Received[] = [];
  let connections = 0;
  const listener: RequestListener = (request, response) => {
    if (request.url === '/readyz') {
      response.end(readiness);
      return;
    }
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      received.push({ headers: request.headers, body });
      void behave(body, response, request);
    });
  };
  const server = createServer(listener).on('connection', () => (connections += 1));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    received,
    connections: () => connections,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A body that is sent at once, with a status and a type. */
export const answering =
  (body: string, status = 200, type = 'application/json'): Behaviour =>
  (_body, response) =>
    response.writeHead(status, { 'content-type': type }).end(body);
