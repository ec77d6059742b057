import { GraphQLScalarType, Kind, valueFromASTUntyped, type ValueNode } from 'graphql';
import { GraphQLDate, GraphQLDateTime, GraphQLUUID } from 'graphql-scalars';
import { dayOf, meantDate } from './date-forms';
import { ValueProblem } from './value-problem';

/**
 * A standard scalar that checks what it is given by itself, alike in the document and among the variables. Those of the
 * library let through what PostgreSQL does not take, and quote what they refuse.
 *
 * @param parse throws ValueProblem
 */
const strict = (standard: GraphQLScalarType, parse: (value: unknown) => unknown): GraphQLScalarType =>
  new GraphQLScalarType({
    ...standard.toConfig(),
    // The database writes texts as the scalar does, and what it has stored need not be checked again.
    serialize: (value) => (typeof value === 'string' ? value : standard.serialize(value)),
    parseValue: parse,
    parseLiteral: (node: ValueNode) =>
      parse(node.kind === Kind.STRING || node.kind === Kind.INT ? valueFromASTUntyped(node) : undefined),
  });

const UUID_FORM = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Small letters, as PostgreSQL gives it back: it is compared as text. */
export const StrictUUID = strict(GraphQLUUID, (value) => {
  const text = typeof value === 'string' ? value.toLowerCase() : '';
  if (UUID_FORM.test(text)) return text;
  throw new ValueProblem(
    '须为 UUID，如 019ad86e-a040-780b-874e-9c9ced0e5975，前后不能有其他字符 · must be a UUID, e.g. 019ad86e-a040-780b-874e-9c9ced0e5975, with nothing before or after it',
  );
});

/** Midnight in UTC of the day. */
export const StrictDate = strict(GraphQLDate, (value) => {
  const day = typeof value === 'string' ? dayOf(value) : undefined;
  if (day) return day;
  const meant = meantDate(String(value));
  if (!meant)
    throw new ValueProblem(
      '须为日期，写作 2026-01-31（年-月-日） · must be a date, written 2026-01-31 (year-month-day)',
    );
  throw meant.exists
    ? new ValueProblem(`日期请写作 ${meant.day} · write the date as ${meant.day}`)
    : noSuchDay(meant.day);
});

const INSTANT =
  /^(\d{4}-\d\d-\d\d)[Tt](?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?([Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

export const StrictDateTime = strict(GraphQLDateTime, (value) => {
  const text = typeof value === 'string' ? value : '';
  const [, day] = INSTANT.exec(text) ?? [];
  if (day !== undefined && dayOf(day)) return new Date(text.toUpperCase());
  const meant = meantDate(String(value));
  if (!meant)
    throw new ValueProblem(
      '须为时刻，写作 2026-01-31T08:00:00+08:00 · must be an instant, written 2026-01-31T08:00:00+08:00',
    );
  if (!meant.exists) throw noSuchDay(meant.day);
  const written = `${meant.day}T${meant.time ?? '00:00:00'}${meant.offset ?? '+08:00'}`;
  throw new ValueProblem(
    `时刻须带时间和时区，北京时间写作 ${written} · an instant needs a time and a time zone. For Beijing time write ${written}`,
  );
});

const AMOUNT_FORM = /^-?\d{1,13}(?:\.\d{1,2})?$/;

/** An amount as a text: a floating-point number would lose 分. */
export const StrictDecimal = new GraphQLScalarType({
  name: 'Decimal',
  // The database writes amounts as texts with two decimals.
  serialize: String,
  parseValue: decimalOf,
  parseLiteral: (node: ValueNode) => decimalOf(node.kind === Kind.STRING ? node.value : undefined),
});

function decimalOf(value: unknown): string {
  if (typeof value === 'string' && AMOUNT_FORM.test(value)) return value;
  throw new ValueProblem(
    '须为带引号的金额，如 "1234.50"，小数至多两位 · must be an amount in quotes, e.g. "1234.50", with at most two decimals',
  );
}

const noSuchDay = (day: string): ValueProblem =>
  new ValueProblem(`${day} 这一天不存在 · ${day} is not a day of the calendar`);
