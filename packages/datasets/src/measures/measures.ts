import type { Bilingual } from '@mtg/governance';
import type { DatasetColumn, Measure } from '../model/dataset';
import { camelCase } from '../model/names';

/** Rows that are not withdrawn. */
const IN_FORCE = 'deleted_at';

/** A condition that every measure has: withdrawn rows do not count. */
const inForce = (row: string): string => `${row}.${IN_FORCE} IS NULL`;

type Statement = Omit<Measure, 'property' | 'expression' | 'of' | 'sql'> & {
  readonly of?: readonly string[];
};

const make = (
  { of = [], ...measure }: Statement,
  sql: Measure['sql'],
  expression: Measure['expression'],
): Measure => ({ ...measure, property: camelCase(measure.name), sql, of: [...of, IN_FORCE], expression });

/** Counts the rows for which a condition holds. */
export const countOf = (measure: Statement, condition: (row: string) => string = () => 'true'): Measure =>
  make(measure, 'bigint', (row) => `count(*) FILTER (WHERE ${inForce(row)} AND ${condition(row)})`);

/**
 * The share, in percent, of rows for which a condition holds among those for which it is not null.
 *
 * @param condition SQL of a condition; by default the first column that the measure is of
 */
export const shareOf = (
  measure: Statement & { readonly of: readonly [string, ...string[]] },
  condition: (row: string) => string = (row) => `${row}.${measure.of[0]}`,
): Measure =>
  make({ ...measure, unit: '%' }, 'double precision', (row) => {
    const holds = `count(*) FILTER (WHERE ${inForce(row)} AND ${condition(row)})`;
    const known = `count(*) FILTER (WHERE ${inForce(row)} AND (${condition(row)}) IS NOT NULL)`;
    return `(100.0 * ${holds} / nullif(${known}, 0))::double precision`;
  });

/** The mean of a number. */
export const meanOf = (measure: Statement, column: string): Measure =>
  make(
    { ...measure, of: [column] },
    'double precision',
    (row) => `(avg(${row}.${column}) FILTER (WHERE ${inForce(row)}))::double precision`,
  );

const sumOf = ({ name, zh, en, unit }: DatasetColumn): Measure =>
  make(
    {
      name: `${name}_sum`,
      zh: `${zh}合计`,
      en: `Sum of ${en.charAt(0).toLowerCase()}${en.slice(1)}`,
      description: { zh: `${zh}之和，不计已撤销的`, en: `Sum of the column ${name}, without withdrawn rows` },
      ...(unit !== undefined && { unit }),
      of: [name],
    },
    'bigint',
    (row) => `sum(${row}.${name}) FILTER (WHERE ${inForce(row)})`,
  );

/** The count of rows, and the sum of each quantity. */
export const measuresOf = (
  list: Bilingual,
  unit: string,
  columns: readonly DatasetColumn[],
): readonly Measure[] => [
  countOf({
    name: 'count',
    zh: '数量',
    en: 'Count',
    unit,
    description: {
      zh: `${list.zh}的数量，不计已撤销的`,
      en: `Number of rows of “${list.en}”, without withdrawn ones`,
    },
  }),
  ...columns.filter(({ role, sql }) => role === 'FACT' && sql === 'int').map(sumOf),
];
