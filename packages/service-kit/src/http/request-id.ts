import { randomUUID } from 'node:crypto';

const HARMLESS = /^[\w.:-]{1,128}$/;

/** Prefix of request ids reserved for tasks of the platform itself. */
const OWN = 'system:';

export const ownRequestId = (name: string): string => `${OWN}${name}`;

/** A caller's own id is kept when it is harmless to log and forward, and passes for none of ours; otherwise a new one is made. */
export const requestIdFrom = (header: unknown): string =>
  typeof header === 'string' && HARMLESS.test(header) && !header.toLowerCase().startsWith(OWN)
    ? header
    : randomUUID();
