import { Pool } from 'undici';

const CONNECT_LIMIT_MS = 3000;

/** Below the servers' 75 s, so that the pool drops an idle connection before the server does. */
const IDLE_TIMEOUT_MS = 60_000;

/** Connections to a program whose routes are forwarded. @param answerMs limit of headers and of pauses in a body; 0 for none */
export const doorPool = (url: string, connections: number, answerMs: number): Pool =>
  new Pool(new URL(url).origin, {
    connections,
    pipelining: 1,
    keepAliveTimeout: IDLE_TIMEOUT_MS,
    keepAliveMaxTimeout: IDLE_TIMEOUT_MS,
    connect: { timeout: CONNECT_LIMIT_MS },
    headersTimeout: answerMs,
    bodyTimeout: answerMs,
  });
