import { renderLogLine } from '@mtg/service-kit/basics';

/** Where the launcher's lines go. */
export interface Output {
  /** A line about a part: `[dayu] …`. */
  about(part: string, text: string): void;
  /** A line of a part's own log. */
  log(part: string, line: string): void;
  /** Text of the launcher itself, perhaps of several lines. */
  say(text: string): void;
}

const PREFIX_COLOURS = [36, 32, 35, 33, 34, 31];

/** Writes to a stream, with a colour for each part's prefix when a person looks at it. */
export function createOutput(write: (text: string) => void, coloured: boolean): Output {
  const colours = new Map<string, number>();
  const prefix = (part: string): string => {
    if (!coloured) return `[${part}] `;
    // A part and its database share a colour.
    const [owner = part] = part.split('/');
    const colour = colours.get(owner) ?? PREFIX_COLOURS[colours.size % PREFIX_COLOURS.length] ?? 36;
    colours.set(owner, colour);
    return `\u001B[${colour}m[${part}]\u001B[0m `;
  };
  return {
    about: (part, text) => {
      for (const line of text.split('\n')) write(`${prefix(part)}${line}\n`);
    },
    log: (part, line) => write(`${prefix(part)}${renderLogLine(line)}\n`),
    say: (text) => write(`${text}\n`),
  };
}

/** As the lines of the launcher itself are named. */
const LAUNCHER = 'launcher';
const INFO = 30;

/** Writes one JSON object a line. Lines that a part wrote as JSON are passed on as they are. */
export function createJsonOutput(write: (text: string) => void, now: () => number = Date.now): Output {
  const object = (name: string, msg: string): void =>
    write(`${JSON.stringify({ level: INFO, time: now(), name, msg })}\n`);
  return {
    about: object,
    log: (part, line) => (isObject(line) ? write(`${line}\n`) : object(part, line)),
    say: (text) => object(LAUNCHER, text.trim()),
  };
}

function isObject(line: string): boolean {
  try {
    return line.startsWith('{') && typeof JSON.parse(line) === 'object';
  } catch {
    return false;
  }
}
