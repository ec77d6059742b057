/** Fields that the line shows already, or that are the same in every line of a part. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'level',
  'time',
  'name',
  'msg',
  'err',
  'pid',
  'hostname',
  'v',
]);

/** Longer additions are cut: the line is for a person, and a value may be a whole document. */
const LONGEST = 300;

/** Text that needs no quotes to be told from what stands beside it, and that does nothing to a terminal. */
const BARE = /^[^\s"=\p{Cc}]+$/u;

/** Renders the fields of a pino line that say what it is about: ` requestId=… subgraph=dayu errors=[…]`. */
export function renderFields(line: Readonly<Record<string, unknown>>): string {
  const text = Object.entries(line)
    .filter(([field, value]) => !LEFT_OUT.has(field) && value !== undefined)
    .map(([field, value]) => ` ${field}=${asText(value)}`)
    .join('');
  // By characters: a cut within one would leave half of it.
  const characters = Array.from(text);
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : text;
}

const asText = (value: unknown): string =>
  typeof value === 'string' && BARE.test(value) ? value : JSON.stringify(value);
