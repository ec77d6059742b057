import {
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLLeafType,
} from 'graphql';
import { INFINITE_TEXT, isInfinite } from './infinite-number';
import { isUnstorable, UNSTORABLE_TEXT } from './unstorable-text';
import { ValueProblem } from '../scalars/value-problem';

/** Something that is wrong with a value which a client gave. */
export interface InputProblem {
  /** e.g. `input.assignments.0.goal` */
  readonly field: string;
  /** Chinese first, then English. */
  readonly message: string;
}

/** A value given by a client, in the document or among the variables. */
export interface GivenValue {
  /** It stands elsewhere, and is looked at there. */
  readonly isElsewhere: boolean;
  readonly isNull: boolean;
  readonly elements: readonly GivenValue[] | undefined;
  readonly fields: ReadonlyMap<string, GivenValue> | undefined;
  /** @throws Error when it is no value of this type */
  readonly read: (type: GraphQLLeafType) => unknown;
}

/** Enough to mend a form in one go; a list of thousands must not be answered with thousands of sentences. */
const MOST_PROBLEMS = 20;

export const MISSING = '必填 · is required';
const NULL = '不能为 null · must not be null';
const NOT_AN_OBJECT = '须为对象 · must be an object';

/** How much of the schema a message about an input may show. */
export interface SchemaShown {
  /** True if clients may query the schema. An unknown field then gets the names of those that exist. */
  readonly introspection: boolean;
}

/** Mismatches between a value and its type, by path. Finds what GraphQL finds, and says where. */
export function problemsOf(
  given: GivenValue,
  type: GraphQLInputType,
  path: string,
  shown: SchemaShown,
): readonly InputProblem[] {
  const problems: InputProblem[] = [];
  collect(given, type, path, { problems, shown });
  return problems;
}

interface Collection {
  readonly problems: InputProblem[];
  readonly shown: SchemaShown;
}

function collect(given: GivenValue, type: GraphQLInputType, field: string, into: Collection): void {
  const { problems } = into;
  if (given.isElsewhere || problems.length >= MOST_PROBLEMS) return;
  if (given.isNull) {
    if (isNonNullType(type)) problems.push({ field, message: NULL });
    return;
  }
  const nullable: GraphQLInputType = getNullableType(type);
  if (isListType(nullable)) {
    // GraphQL takes a single value for a list of one.
    const single = given.elements === undefined;
    (given.elements ?? [given]).forEach((element, index) =>
      collect(element, nullable.ofType, single ? field : `${field}.${index}`, into),
    );
  } else if (isInputObjectType(nullable)) {
    if (!given.fields) {
      problems.push({ field, message: NOT_AN_OBJECT });
      return;
    }
    const known = nullable.getFields();
    for (const each of Object.values(known)) {
      const value = given.fields.get(each.name);
      const path = `${field}.${each.name}`;
      if (value) collect(value, each.type, path, into);
      else if (isRequiredInputField(each)) problems.push({ field: path, message: MISSING });
    }
    for (const name of given.fields.keys()) {
      if (Object.hasOwn(known, name)) continue;
      problems.push({ field: `${field}.${name}`, message: unknownField(nullable, into.shown) });
    }
  } else if (isLeafType(nullable)) {
    const message = unreadable(given, nullable);
    if (message !== undefined) problems.push({ field, message });
  }
}

function unknownField(type: GraphQLInputObjectType, { introspection }: SchemaShown): string {
  const { name } = type;
  const [zh, en] = [`${name} 没有这个字段`, `${name} has no such field`];
  if (!introspection) return `${zh} · ${en}`;
  const names = Object.keys(type.getFields());
  return `${zh}，它的字段是：${names.join('、')} · ${en}. Its fields are ${names.join(', ')}`;
}

function unreadable(given: GivenValue, type: GraphQLLeafType): string | undefined {
  let problem: unknown;
  try {
    const value = given.read(type);
    if (isUnstorable(value)) return UNSTORABLE_TEXT;
    if (isInfinite(value)) return INFINITE_TEXT;
    if (value !== undefined) return undefined;
  } catch (error) {
    problem = error;
  }
  if (isEnumType(type)) {
    const names = type.getValues().map(({ name }) => name);
    return `须为 ${names.join('、')} 之一 · must be one of ${names.join(', ')}`;
  }
  if (problem instanceof ValueProblem) return problem.message;
  // GraphQL's own sentence quotes the value, which may be private text in the wrong field.
  return STANDARD.get(type.name) ?? `不是有效的 ${type.name} · not a valid ${type.name}`;
}

const STANDARD: ReadonlyMap<string, string> = new Map([
  ['String', '须为文本（String） · must be a string (String)'],
  ['ID', '须为文本或整数（ID） · must be a string or an integer (ID)'],
  [
    'Int',
    '须为 -2147483648 至 2147483647 的整数（Int） · must be an integer from -2147483648 to 2147483647 (Int)',
  ],
  ['Float', '须为数（Float） · must be a number (Float)'],
  ['Boolean', '须为 true 或 false（Boolean） · must be true or false (Boolean)'],
]);
