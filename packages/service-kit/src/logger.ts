import { pino, type Logger } from 'pino';

export type { Logger };

/**
 * One JSON line per event on standard output. Authorization headers never reach the log.
 *
 * @param name the process's name in the list of subgraphs, or `gateway`
 */
export const createLogger = (name: string, level: string): Logger =>
  pino({
    name,
    level,
    base: { name },
    redact: ['req.headers.authorization', 'headers.authorization', 'authorization'],
  });
