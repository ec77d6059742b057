import {
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
} from 'graphql';

/** Values of scalars, by the names of their types. */
const SCALARS: Readonly<Record<string, unknown>> = {
  String: '义诊',
  Boolean: true,
  Int: 2026,
  Date: '2026-03-09',
  DateTime: '2026-03-09T01:00:00Z',
  Decimal: '1.00',
};

/** Texts of fields that say something else than the title beside them. */
const WORDS: Readonly<Record<string, string>> = { content: '每周义诊', outcome: '已办结' };

/**
 * An input with every field that its type asks for, and those that are named; which version was seen is for the test to say.
 *
 * @param known values by the names of fields, at whatever depth; for a list, of its only element, or all of them
 */
export function exampleInput(
  type: GraphQLInputObjectType,
  known: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const fields = Object.values(type.getFields()).filter(
    (field) => (isNonNullType(field.type) && field.name !== 'expectedVersion') || field.name in known,
  );
  return Object.fromEntries(fields.map((field) => [field.name, valueOf(field, field.type, known)]));
}

function valueOf(
  field: GraphQLInputField,
  given: GraphQLInputType,
  known: Readonly<Record<string, unknown>>,
): unknown {
  const type = getNullableType(given);
  if (isListType(type)) {
    const elements = known[field.name];
    return Array.isArray(elements) ? elements : [valueOf(field, type.ofType, known)];
  }
  if (field.name in known) return known[field.name];
  if (isInputObjectType(type)) return exampleInput(type, known);
  if (isEnumType(type)) return type.getValues()[0]?.name;
  const value = (type.name === 'String' ? WORDS[field.name] : undefined) ?? SCALARS[type.name];
  if (value === undefined) throw new Error(`no example of ${field.name}: ${type.name}`);
  return value;
}
