import { escapeIdentifier, type ClientBase } from 'pg';
import type { FileColumn } from './file-columns';

/** Separates the texts of a list in a file. */
const LIST_SEPARATOR = '; ';

/** One process reads: several would mix the streets' parts, and a file that broke off could not be continued. */
const SETTINGS = `SET LOCAL TIME ZONE '<+08>-08'; SET LOCAL max_parallel_workers_per_gather = 0; SET LOCAL work_mem = '32MB'`;

/** Settles how rows are read within the transaction. @returns the day in the district */
export async function settleValues(client: ClientBase): Promise<string> {
  await client.query(SETTINGS);
  const { rows } = await client.query<{ day: string }>('SELECT current_date::text AS day');
  return rows[0]?.day ?? '';
}

/** SQL of a value as a writer of files takes it. */
type ValueSql = (column: FileColumn) => string;

const list = (value: string): string => `array_to_string(${value}, '${LIST_SEPARATOR}')`;

/** For a file with types: ids and lists are texts there. */
export const typedValue: ValueSql = ({ name, sql }) => {
  const value = escapeIdentifier(name);
  if (sql === 'text[]') return list(value);
  return sql === 'uuid' ? `${value}::text` : value;
};

/** For lines of text: PostgreSQL writes the lists, and numbers with decimals. */
export const csvValue: ValueSql = ({ name, sql }) => {
  const value = escapeIdentifier(name);
  if (sql === 'text[]') return list(value);
  return sql === 'double precision' ? `${value}::text` : value;
};

/** For objects of JSON: PostgreSQL writes the lists, and numbers with decimals. */
export const jsonValue: ValueSql = ({ name, sql }) => {
  const value = escapeIdentifier(name);
  return sql === 'text[]' || sql === 'double precision' ? `to_json(${value})::text` : value;
};
