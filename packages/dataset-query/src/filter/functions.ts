import type { ValueType } from './value';

/** A function of the filter language, on SQL of its operands. */
export interface FilterFunction {
  readonly operands: readonly ('text' | 'date' | 'timestamptz' | 'number')[];
  readonly returns: ValueType;
  readonly sql: (...operands: readonly string[]) => string;
}

/** Days and times of day are those of the district. */
export const TIME_ZONE = 'Asia/Shanghai';

const local = (instant: string): string => `(${instant} AT TIME ZONE '${TIME_ZONE}')`;

const textTest = (sql: FilterFunction['sql']): FilterFunction => ({
  operands: ['text', 'text'],
  returns: 'boolean',
  sql,
});

const text = (sql: FilterFunction['sql']): FilterFunction => ({ operands: ['text'], returns: 'text', sql });

const part = (name: string): FilterFunction => ({
  operands: ['timestamptz'],
  returns: 'int',
  sql: (instant = '') => `extract(${name} FROM ${local(instant)})::int`,
});

/** Functions of OData's filters. Those of dates take days too, as their beginning. */
export const FUNCTIONS: ReadonlyMap<string, FilterFunction> = new Map(
  Object.entries<FilterFunction>({
    contains: textTest((of = '', words = '') => `(position(${words} IN ${of}) > 0)`),
    startswith: textTest((of = '', words = '') => `starts_with(${of}, ${words})`),
    endswith: textTest((of = '', words = '') => `(right(${of}, length(${words})) = ${words})`),
    tolower: text((of = '') => `lower(${of})`),
    toupper: text((of = '') => `upper(${of})`),
    trim: text((of = '') => `btrim(${of})`),
    concat: { operands: ['text', 'text'], returns: 'text', sql: (a = '', b = '') => `(${a} || ${b})` },
    length: { operands: ['text'], returns: 'int', sql: (of = '') => `length(${of})` },
    indexof: {
      operands: ['text', 'text'],
      returns: 'int',
      sql: (of = '', words = '') => `(position(${words} IN ${of}) - 1)`,
    },
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
    second: part('second'),
    date: { operands: ['timestamptz'], returns: 'date', sql: (instant = '') => `${local(instant)}::date` },
    now: { operands: [], returns: 'timestamptz', sql: () => 'now()' },
    round: {
      operands: ['number'],
      returns: 'double precision',
      sql: (of = '') => `round(${of}::numeric)::double precision`,
    },
    floor: {
      operands: ['number'],
      returns: 'double precision',
      sql: (of = '') => `floor(${of}::numeric)::double precision`,
    },
    ceiling: {
      operands: ['number'],
      returns: 'double precision',
      sql: (of = '') => `ceil(${of}::numeric)::double precision`,
    },
  }),
);

/** Functions of OData that are not offered. */
export const ABSENT_FUNCTIONS: ReadonlySet<string> = new Set([
  'substring',
  'matchespattern',
  'hassubset',
  'hassubsequence',
  'case',
  'time',
  'fractionalseconds',
  'totaloffsetminutes',
  'totalseconds',
  'mindatetime',
  'maxdatetime',
]);
