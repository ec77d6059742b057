import { listOf } from './graphql-type';
import {
  FIRST_YEAR,
  LAST_YEAR,
  comparisonForm,
  LINE,
  MARK,
  normalAmount,
  problemsOfText,
  PROSE,
  remembered,
  TEXT,
  TITLE,
  type TextKind,
} from '@mtg/governance';
import {
  DateTime,
  Decimal,
  isWithinTimeRange,
  LocalDate,
  OUTSIDE_TIME_RANGE,
  UUID,
  zhEn,
} from '@mtg/subgraph-kit';
import { Float, ID, Int } from 'type-graphql';
import { z } from 'zod';
import type { InputField, InputOf, InputShape } from './field';
import type { InputType } from './input-type';

const MOST_ELEMENTS = 500;

const required = <T>(
  graphqlType: InputField<T>['graphqlType'],
  description: string,
  check: z.ZodType<T>,
): InputField<T> => ({ graphqlType, description, nullable: false, check });

/** Checks are shared by all fields of a kind: there are thousands of fields, and making a check takes longer than all else of one. */
const words = remembered((kind: TextKind) => z.string().trim().superRefine(problemsAsIssues(kind)));

const UUID_TEXT = z.string();
const NUMBER = z.number();
const AMOUNT = z.string().transform(normalAmount);
const YES_OR_NO = z.boolean();
const INSTANT = z.date().refine(isWithinTimeRange, OUTSIDE_TIME_RANGE);
const DAY = INSTANT.transform((midnight) => midnight.toISOString().slice(0, 10));

/** The checks of a kind of text, which imports ask as well, as issues of a field. */
const problemsAsIssues = (kind: TextKind) => (given: string, context: z.RefinementCtx) => {
  for (const { zh, en } of problemsOfText(kind, given)) {
    context.addIssue({ code: 'custom', message: `${zh} · ${en}` });
  }
};

/** A line in words: a title, a place, a purpose. Space around it is dropped. */
export const line = (description: string): InputField<string> =>
  required(() => String, description, words(TITLE));

/** A line of any characters: a period, a number, a digest. */
export const plainLine = (description: string): InputField<string> =>
  required(() => String, description, words(LINE));

/** A line by which something is told apart from others: the number of a document, the name of a person or a unit. */
export const mark = (description: string): InputField<string> =>
  required(() => String, description, words(MARK));

/** Text of any characters, where a rule asks for words. */
export const plainText = (description: string): InputField<string> =>
  required(() => String, description, words(TEXT));

/** Text in words, up to five thousand characters. */
export const text = (description: string): InputField<string> =>
  required(() => String, description, words(PROSE));

/**
 * Text whose absence a governance rule speaks of, so that it is the rule that answers and not the schema. Empty text is
 * no text; invisible text is a mistake, since readers take it for none.
 *
 * @param kind `MARK` where it is a name or a number
 */
export const ruled = (description: string, kind: TextKind = TEXT): InputField<string | null> => ({
  ...required(() => String, description, z.string()),
  nullable: true,
  check: z
    .string()
    .trim()
    .superRefine((given, context) => {
      if (given !== '') problemsAsIssues(kind)(given, context);
    })
    .nullish()
    .transform((given) => (given === undefined || given === '' ? null : given)),
});

/** A name or a number that is looked for in a list, where the platform itself wrote what is there. */
export const asCompared = (of: InputField<string>): InputField<string> => ({
  ...of,
  check: of.check.transform(comparisonForm),
});

/** A code that something else is known by: a center, a community, a department. */
export const code = (description: string): InputField<string> => required(() => ID, description, words(LINE));

export const uuid = (description: string): InputField<string> => required(() => UUID, description, UUID_TEXT);

export const whole = (description: string, from: number, to: number): InputField<number> =>
  required(
    () => Int,
    description,
    z
      .int()
      .min(from, `至少为 ${from} · must be at least ${from}`)
      .max(to, `至多为 ${to} · must be at most ${to}`),
  );

/** A calendar year that rows can be of. */
export const year = (description: string): InputField<number> => whole(description, FIRST_YEAR, LAST_YEAR);

/** A number that need not be whole. Infinite ones are none. */
export const number = (description: string): InputField<number> => required(() => Float, description, NUMBER);

/** An amount of money in 元, as a text with two decimals. */
export const amount = (description: string): InputField<string> =>
  required(() => Decimal, description, AMOUNT);

export const yesOrNo = (description: string): InputField<boolean> =>
  required(() => Boolean, description, YES_OR_NO);

/** A calendar day, as `YYYY-MM-DD`; the scalar gives it as midnight in UTC. */
export const day = (description: string): InputField<string> => required(() => LocalDate, description, DAY);

export const instant = (description: string): InputField<Date> =>
  required(() => DateTime, description, INSTANT);

/** A SHA-256 in hexadecimal; capital letters become small ones. */
export const sha256 = (description: string): InputField<string> =>
  required(
    () => String,
    description,
    z
      .string()
      .toLowerCase()
      .regex(
        /^[0-9a-f]{64}$/,
        '须为 64 位十六进制 SHA-256 · must be a SHA-256 digest of 64 hexadecimal digits',
      ),
  );

/** One of a vocabulary that is registered as an enum of the schema. */
export const choice = <T extends string>(
  vocabulary: Readonly<Record<string, T>>,
  description: string,
): InputField<T> => required(() => vocabulary, description, z.enum(Object.values(vocabulary) as [T, ...T[]]));

export const nested = <Shape extends InputShape>(
  type: InputType<Shape>,
  description: string,
): InputField<InputOf<Shape>> => required(() => type.class, description, type.check);

/** At least one element, unless told otherwise. */
export const list = <T>(field: InputField<T>, { least = 1 } = {}): InputField<T[]> => ({
  ...field,
  graphqlType: () => listOf(field.graphqlType()),
  // The one of its elements, which the memory does not know the type of.
  check: (least === 1 ? filledListOf(field.check) : listCheck(field.check, least)) as z.ZodType<T[]>,
});

const listCheck = (one: z.ZodType, least: number): z.ZodType =>
  z
    .array(one)
    .min(
      least,
      least === 1
        ? '不能为空 · must not be empty'
        : `至少要有 ${least} 项 · must have at least ${least} elements`,
    )
    .max(MOST_ELEMENTS, `最多 ${MOST_ELEMENTS} 项 · must have at most ${MOST_ELEMENTS} elements`);

const filledListOf = remembered((one: z.ZodType) => listCheck(one, 1));

/** May be left out; null and left out are the same. */
export const optional = <T>(field: InputField<T>): InputField<T | null> => ({
  ...field,
  nullable: true,
  // As above.
  check: orNull(field.check) as z.ZodType<T | null>,
});

const orNull = remembered((check: z.ZodType): z.ZodType =>
  check.nullish().transform((value) => value ?? null),
);

/**
 * For every command that changes a row which another user may have changed meanwhile. The state machine alone is not enough:
 * a person who cancels an order would not be told that it was accepted since, and of two extensions both would be granted.
 */
export const expectedVersion: InputField<number> = whole(
  zhEn(
    '期望的版本，即读到的 version；与当前版本不同则返回 CONFLICT',
    'Expected version: the `version` of the row as last read. Any other current version is answered with CONFLICT',
  ),
  1,
  2_147_483_647,
);
