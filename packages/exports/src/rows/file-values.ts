import { escapeIdentifier, type ClientBase } from 'pg';
import type { FileColumn } from './file-columns';

/** Separates the texts of a list in a file. */
const LIST_SEPARATOR = '; ';

/**
 * The offset that the district has the whole year, so that each time ends with the same hours. One process reads: several would mix
 * the streets' parts, and a file that broke off could not be continued.
 */
const SETTINGS = `SET LOCAL TIME ZONE '<+08>-08'; SET LOCAL DateStyle = 'ISO'; SET LOCAL max_parallel_workers_per_gather = 0`;

/** Settles how values and rows are written within the transaction. @returns the day in the district */
export async function settleValues(client: ClientBase): Promise<string> {
  await client.query(SETTINGS);
  const { rows } = await client.query<{ day: string }>('SELECT current_date::text AS day');
  return rows[0]?.day ?? '';
}

const list = (name: string): string => `array_to_string(${name}, '${LIST_SEPARATOR}')`;

/** Begins a formula for a spreadsheet, or is left out by it before one. */
const FORMULA = `'^[-=+@\\t\\r]'`;

const unharmful = (text: string): string =>
  `CASE WHEN ${text} ~ ${FORMULA} THEN '''' || ${text} ELSE ${text} END`;

/** SQL of a value as it stands in a text file. */
export function textValue({ name, sql }: FileColumn, escapesFormulas: boolean): string {
  const value = escapeIdentifier(name);
  switch (sql) {
    case 'boolean':
      return `${value}::text`;
    case 'timestamptz':
      return `replace(${value}::text, ' ', 'T') || ':00'`;
    case 'text[]':
      return escapesFormulas ? unharmful(list(value)) : list(value);
    case 'text':
      return escapesFormulas ? unharmful(value) : value;
    case 'bigint':
    case 'date':
    case 'double precision':
    case 'int':
    case 'uuid':
    default:
      return value;
  }
}

/** SQL of a value for a file with types: ids and lists are texts there. */
export function typedValue({ name, sql }: FileColumn): string {
  const value = escapeIdentifier(name);
  if (sql === 'text[]') return list(value);
  return sql === 'uuid' ? `${value}::text` : value;
}
