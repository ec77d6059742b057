import type { NamedColumn } from '../columns';
import { QueryProblem } from '../query-problem';
import type { Literal } from './condition';

/** Types that operands have. Lists of texts are compared as one text. */
export type ValueType =
  'text' | 'uuid' | 'boolean' | 'date' | 'timestamptz' | 'int' | 'bigint' | 'double precision';

const LITERAL_TYPES: Readonly<Record<Literal['literal'], ValueType>> = {
  TEXT: 'text',
  NUMBER: 'double precision',
  BOOLEAN: 'boolean',
  DATE: 'date',
  INSTANT: 'timestamptz',
  ID: 'uuid',
  NULL: 'text',
};

/** The type of a literal that is compared with nothing. */
export const typeOfLiteral = ({ literal }: Literal): ValueType => LITERAL_TYPES[literal];

const KINDS: Readonly<
  Record<
    ValueType,
    { readonly accepts: readonly Literal['literal'][]; readonly zh: string; readonly en: string }
  >
> = {
  text: { accepts: ['TEXT'], zh: "文本，如 'DAYU'", en: "a text such as 'DAYU'" },
  uuid: {
    accepts: ['ID', 'TEXT'],
    zh: '标识，如 0198f0c0-0000-7000-8000-000000000000',
    en: 'an id such as 0198f0c0-0000-7000-8000-000000000000',
  },
  boolean: { accepts: ['BOOLEAN'], zh: 'true 或 false', en: 'true or false' },
  date: { accepts: ['DATE', 'TEXT'], zh: '日期，如 2026-07-01', en: 'a day such as 2026-07-01' },
  timestamptz: {
    accepts: ['INSTANT', 'TEXT'],
    zh: '时间，如 2026-07-01T08:00:00+08:00',
    en: 'a time such as 2026-07-01T08:00:00+08:00',
  },
  int: { accepts: ['NUMBER'], zh: '整数', en: 'a whole number' },
  bigint: { accepts: ['NUMBER'], zh: '整数', en: 'a whole number' },
  'double precision': { accepts: ['NUMBER'], zh: '数', en: 'a number' },
};

const SHAPES: Partial<Readonly<Record<ValueType, RegExp>>> = {
  uuid: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  timestamptz: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/,
  int: /^-?\d+$/,
  bigint: /^-?\d+$/,
};

const LARGEST: Partial<Readonly<Record<ValueType, bigint>>> = { int: 2n ** 31n, bigint: 2n ** 63n };

/**
 * The text of a literal as a value of the type that it is compared with.
 *
 * @param field the part of the query with the literal
 * @param column the column that it is compared with
 * @throws QueryProblem for a value that has another type, or that no row can have
 */
export function valueOf(literal: Literal, type: ValueType, field: string, column?: NamedColumn): string {
  const { accepts, zh, en } = KINDS[type];
  const { text } = literal;
  if (!accepts.includes(literal.literal) || !isValid(text, type)) {
    const of = column
      ? { zh: `${column.name} 的值`, en: `value of ${column.name}` }
      : { zh: '值', en: 'value' };
    throw new QueryProblem(field, {
      zh: `${of.zh}“${text}”有误，应为${zh}`,
      en: `“${text}” is not a valid ${of.en}. Give ${en}`,
    });
  }
  const choices = column?.choices;
  if (choices && !choices.some(({ code }) => code === text)) {
    const codes = choices.map(({ code }) => code).join(', ');
    throw new QueryProblem(field, {
      zh: `${column.name} 没有代码“${text}”，可用：${codes}`,
      en: `${column.name} has no code “${text}”. Choose from: ${codes}`,
    });
  }
  return text;
}

function isValid(text: string, type: ValueType): boolean {
  if (text.includes('\0')) return false;
  if (SHAPES[type] && !SHAPES[type].test(text)) return false;
  const largest = LARGEST[type];
  if (largest !== undefined) {
    const number = BigInt(text);
    return number >= -largest && number < largest;
  }
  if (type === 'date') return isDay(text);
  if (type === 'timestamptz') return isDay(text.slice(0, 10)) && !Number.isNaN(Date.parse(text));
  if (type === 'double precision') return isDouble(text);
  return true;
}

/** A number that is neither too large nor too small for PostgreSQL. */
const isDouble = (text: string): boolean =>
  Number.isFinite(Number(text)) && (Number(text) !== 0 || !/^-?[\d.]*[1-9]/.test(text));

/** A day that the calendar has: 2026-02-30 is none. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text.startsWith('0000')) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
