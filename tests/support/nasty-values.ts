import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  type GraphQLInputObjectType,
  type GraphQLInputType,
} from 'graphql';
import { exampleInput } from './example-input';
import { inTurn } from './runs';

const ID = '019ad86e-a040-780b-874e-9c9ced0e5975';

/** Characters that no text may hold: PostgreSQL cannot store the one, and half of a pair is no character. */
export const UNSTORABLE = ['\0', 'a\0b', '\uD800', '\uDC00\uD800'];

const TEXTS = [...UNSTORABLE, '', "'; DROP TABLE x; --", '%_\\', 'x'.repeat(20_000), '\u{10FFFF}'];

/** Values that a database or a calendar stumbles over, by scalar. */
const NASTY: Readonly<Record<string, readonly unknown[]>> = {
  UUID: [`${ID}}`, `{${ID}`, `{${ID}}`, '', '\0', `${ID}\n`, 5],
  ID: [...TEXTS, -1, 2147483648],
  String: TEXTS,
  Int: [2147483647, -2147483648, 2147483648, -1, 0, 1.5, 1e300],
  Boolean: ['yes', 2],
  Decimal: [
    '',
    '\0',
    'NaN',
    'Infinity',
    '1e300',
    '0.001',
    '-0.00',
    '1,000.00',
    '１２',
    ' 1',
    '.5',
    '0x10',
  ].concat(['9'.repeat(40), '9999999999999.99', '10000000000000.00', '-9999999999999.99']),
  Date: ['0000-01-01', '0001-01-01', '9999-12-31', '2026-02-30', '+275760-09-13', '-000001-01-01', ''],
  DateTime: [
    '0000-01-01T00:00:00Z',
    '0001-01-01T00:00:00+14:00',
    '9999-12-31T23:59:59-12:00',
    '2026-01-01T23:59:60Z',
    '2026-02-30T00:00:00Z',
    '',
  ],
};
const NO_NAMES = ['', '__proto__', 'constructor', '\0'];

/** One value of an input, at a place in it, that is to be refused or to do no harm. */
export interface Nasty {
  readonly path: string;
  readonly bad: unknown;
  /** The whole value of the type, with the bad one in it. */
  readonly value: unknown;
}

/**
 * Every leaf of an input type with every nasty value of its scalar, or its share of them (`inTurn`), all else being as in an example.
 *
 * @param known values by the names of fields, as for examples
 */
export function nastyValues(
  type: GraphQLInputType,
  path: string,
  known: Readonly<Record<string, unknown>>,
): readonly Nasty[] {
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    return nastyValues(nullable.ofType, path, known).map((each) => ({ ...each, value: [each.value] }));
  }
  if (isInputObjectType(nullable)) return nastyFields(nullable, path, known, exampleInput(nullable, known));
  const { name } = getNamedType(nullable);
  const values = isEnumType(nullable) ? NO_NAMES : NASTY[name];
  if (!values) throw new Error(`no nasty values for ${name}`);
  // Which share is tried at a field matters little, as long as it is another one at the next.
  return inTurn(values, path.length, 3).map((bad) => ({ path, bad, value: bad }));
}

/** The same of the fields of an input object, in a whole one. */
export const nastyFields = (
  type: GraphQLInputObjectType,
  path: string,
  known: Readonly<Record<string, unknown>>,
  whole: Readonly<Record<string, unknown>>,
): readonly Nasty[] =>
  Object.values(type.getFields()).flatMap((field) =>
    nastyValues(field.type, `${path}.${field.name}`, known).map((each) => ({
      ...each,
      value: { ...whole, [field.name]: each.value },
    })),
  );
