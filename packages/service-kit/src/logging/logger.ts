import { pino, type DestinationStream, type Logger } from 'pino';

import type { LogFormat } from '../config/log-format';
import { renderLogLine } from './log-line';
import { serializeError } from './serialize-error';

export type { Logger };

/**
 * Standard output as it is. Pino's own destination can wait forever at the end of a process whose reader died: the
 * launcher killed with output unread, say.
 */
const json: DestinationStream = { write: (line) => void process.stdout.write(line) };

const readable: DestinationStream = {
  write: (line) => void process.stdout.write(`${renderLogLine(line, { stack: true })}\n`),
};

/**
 * One line per event on standard output. Authorization headers never reach the log.
 *
 * @param name the process's name in the list of subgraphs, or `gateway`
 * @param format readable on a terminal and JSON elsewhere, unless given
 */
export function createLogger(
  name: string,
  level: string,
  format: LogFormat = process.stdout.isTTY ? 'readable' : 'json',
): Logger {
  // The output is closed: that is no reason to fail.
  if (process.stdout.listenerCount('error') === 0) process.stdout.on('error', () => undefined);
  return pino(
    {
      name,
      level,
      base: { name },
      serializers: { err: serializeError },
      redact: ['req.headers.authorization', 'headers.authorization', 'authorization'],
    },
    format === 'json' ? json : readable,
  );
}
