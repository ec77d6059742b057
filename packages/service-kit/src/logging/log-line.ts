import { z } from 'zod';
import { renderFields } from './log-fields';

const LEVELS: Readonly<Record<number, string>> = {
  10: 'TRACE',
  20: 'DEBUG',
  30: 'INFO',
  40: 'WARN',
  50: 'ERROR',
  60: 'FATAL',
};

/** Fields of a line of pino that the launcher interprets. All others are printed as they are. */
const PinoLine = z.looseObject({
  level: z.number(),
  time: z.union([z.number(), z.string()]),
  msg: z.string().default(''),
  err: z
    .object({ message: z.string(), reason: z.unknown().optional(), stack: z.string().optional() })
    .optional(),
});

/**
 * Renders a line of a log: pino's JSON as `HH:MM:SS LEVEL message field=value …`, any other line as it is.
 *
 * @param options.stack shows below an error where it was thrown
 */
export function renderLogLine(line: string, options: { readonly stack?: boolean } = {}): string {
  const parsed = line.startsWith('{') ? PinoLine.safeParse(parseQuietly(line)) : undefined;
  if (!parsed?.success) return line;
  const { level, time, msg, err } = parsed.data;
  // The message of an event that is an error is often the error's own.
  const cause = err && err.message !== msg ? `${msg === '' ? '' : ': '}${err.message}` : '';
  const fields = renderFields({ reason: err?.reason, ...parsed.data });
  const stack = options.stack && err?.stack !== undefined ? `\n${framesOf(err.stack)}` : '';
  return `${clock(time)} ${LEVELS[level] ?? String(level)} ${msg}${cause}${fields}${stack}`;
}

/** The message stands in the line already. */
const framesOf = (stack: string): string =>
  stack
    .split('\n')
    .filter((line) => /^ +at /.test(line))
    .join('\n');

function clock(time: number | string): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? '--:--:--' : date.toTimeString().slice(0, 8);
}

function parseQuietly(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
