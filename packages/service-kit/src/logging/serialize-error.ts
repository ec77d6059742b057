import { stdSerializers } from 'pino';

/** Parameters of a failed statement are a client's values, visit records among them. They stay out of the log. */
const PRIVATE = new Set([
  'parameters',
  'driverError',
  'detail',
  'where',
  'raw',
  'rawPacket',
  'originalError',
  'nodes',
  'source',
]);

/** An error as the log holds it: without the values that it carries, or quotes in its message. */
export function serializeError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const shown = stdSerializers.err(error) as Record<string, unknown>;
  const messages = chainOf(error)
    .map((each) => [each.message, withoutQuotedValues(each)] as const)
    .filter(([message, cleaned]) => message !== cleaned);
  // The stack begins with the message, and goes on with those of its causes.
  const clean = (value: unknown): unknown =>
    typeof value === 'string'
      ? messages.reduce((text, [message, cleaned]) => text.replaceAll(message, cleaned), value)
      : value;
  return Object.fromEntries(
    Object.entries(shown).flatMap(([key, value]) => (PRIVATE.has(key) ? [] : [[key, clean(value)]])),
  );
}

/** The error and its causes; a chain that leads back to itself ends. */
function chainOf(error: Error): readonly Error[] {
  const chain = new Set<Error>();
  for (let each: unknown = error; each instanceof Error && !chain.has(each); each = each.cause)
    chain.add(each);
  return [...chain];
}

/** SQLSTATE of class 22: a value that does not fit its type, which PostgreSQL quotes. */
const DATA_EXCEPTION = /^22[0-9A-Z]{3}$/;

/** Names of fields, types, tables and constraints; words of people look different, and numbers begin otherwise. */
const NAME = /^[A-Za-z_$@][\w.$:/-]*$/;

function withoutQuotedValues({ message, code }: Error & { readonly code?: unknown }): string {
  const isName = typeof code === 'string' && DATA_EXCEPTION.test(code) ? /^$/ : NAME;
  return (
    message
      // V8 quotes the text that is not JSON, with marks that do not pair.
      .replace(/, (?:\.{3})?".*"(?:\.{3})? is not valid JSON/s, ': not valid JSON')
      .replace(/"([^"]*)"/gs, (quoted, text: string) => (isName.test(text) ? quoted : '"…"'))
  );
}
