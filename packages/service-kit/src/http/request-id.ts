import { randomUUID } from 'node:crypto';

/** A caller's own id is kept when it is harmless to log and forward; otherwise a new one is made. */
const HARMLESS = /^[\w.:-]{1,128}$/;

export const requestIdFrom = (header: unknown): string =>
  typeof header === 'string' && HARMLESS.test(header) ? header : randomUUID();
