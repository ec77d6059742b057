import { edmOf, type ValueSql } from '../metadata/edm';
import type { Format } from '../request/format';
import type { Raw } from './raw';
import { writeOf } from './write-value';

/** A value of an answer's rows. */
export interface Field {
  readonly name: string;
  readonly sql: ValueSql;
}

/** Types that JSON itself tells. */
const TOLD: ReadonlySet<ValueSql> = new Set<ValueSql>(['text', 'text[]', 'boolean', 'double precision']);

/**
 * Makes the function that writes a row as JSON.
 *
 * @param fields those that are written; the row may have more
 * @param isOpen true for values that the metadata does not declare, whose types the row then tells
 * @param control JSON of control information of a row, without braces
 */
export function rowWriter(
  fields: readonly Field[],
  { level, ieee754 }: Format,
  { isOpen = false, control }: { readonly isOpen?: boolean; readonly control?: (row: Raw) => string } = {},
): (row: Raw) => string {
  const isTyped = level === 'full' || (isOpen && level === 'minimal');
  const writers = fields.map(({ name, sql }) => {
    const type = `${JSON.stringify(`${name}@odata.type`)}:"#${edmOf(sql).slice('Edm.'.length)}",`;
    return {
      head: `${isTyped && !TOLD.has(sql) ? type : ''}${JSON.stringify(name)}:`,
      write: writeOf(sql, ieee754),
    };
  });
  return (row) => {
    const values = writers.map(({ head, write }, index) => {
      const text = row[index];
      return `${head}${text === null || text === undefined ? 'null' : write(text)}`;
    });
    return `{${control ? `${control(row)}${values.length > 0 ? ',' : ''}` : ''}${values.join(',')}}`;
  };
}
