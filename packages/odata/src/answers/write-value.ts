import type { ValueSql } from '../metadata/edm';

/** Writes a value's text, as PostgreSQL has it, as JSON. */
type Write = (text: string) => string;

const ELEMENT = /"(?:[^"\\]|\\.)*"|[^,]+/gs;

/** The elements of a list as PostgreSQL writes it, `{a,"b c",NULL}`, without absent ones. */
const readList = (text: string): readonly string[] =>
  (text.slice(1, -1).match(ELEMENT) ?? [])
    .filter((element) => element !== 'NULL')
    .map((element) => (element.startsWith('"') ? element.slice(1, -1).replaceAll(/\\(.)/gs, '$1') : element));

const NOT_FINITE: Readonly<Record<string, string>> = {
  NaN: '"NaN"',
  Infinity: '"INF"',
  '-Infinity': '"-INF"',
};

/** `2026-07-01 08:00:00.5+00` as ISO 8601. */
function isoTime(text: string): string {
  const zoned = text.replace(' ', 'T');
  if (zoned.endsWith('+00')) return `${zoned.slice(0, -3)}Z`;
  return /[+-]\d\d$/.test(zoned) ? `${zoned}:00` : zoned;
}

/** How a value of a type is written. @param ieee754 whole numbers of 64 bits as text */
export function writeOf(sql: ValueSql, ieee754: boolean): Write {
  switch (sql) {
    case 'int':
      return (text) => text;
    case 'bigint':
      return ieee754 ? (text) => `"${text}"` : (text) => text;
    case 'double precision':
      return (text) => NOT_FINITE[text] ?? text;
    case 'boolean':
      return (text) => (text === 't' ? 'true' : 'false');
    case 'timestamptz':
      return (text) => `"${isoTime(text)}"`;
    case 'text[]':
      return (text) => JSON.stringify(readList(text).join('; '));
    case 'text':
    case 'uuid':
    case 'date':
    default:
      return (text) => JSON.stringify(text);
  }
}
