import { getNullableType, isInputObjectType, isListType, type GraphQLInputObjectType } from 'graphql';
import { FORGED } from './sequence-street';

export type Input = Readonly<Record<string, unknown>>;

/** A field of an input that names something, and the input in which it names nothing. */
export interface Reference {
  /** e.g. `assignments.0.weeklyItemId` */
  readonly path: string;
  readonly value: string;
  readonly input: Input;
}

/** A code that no center, community, department or street has. */
const NO_CODE = 'NO_SUCH';

/**
 * Every field of an input that names something, at whatever depth. A list gets one more element, which names nothing.
 *
 * @param example an input that is complete
 * @param alone fields of which an object has one: the others are left out where one is tried
 */
export function* references(
  type: GraphQLInputObjectType,
  example: Input,
  alone: readonly string[] = [],
): Generator<Reference> {
  for (const { name, type: given } of Object.values(type.getFields())) {
    const nullable = getNullableType(given);
    const isList = isListType(nullable);
    const named = getNullableType(isList ? nullable.ofType : nullable);
    const there: readonly unknown[] = isList ? [example[name] ?? []].flat() : [];
    const others = alone.includes(name) ? alone.filter((each) => each !== name) : [];
    const rest = Object.fromEntries(Object.entries(example).filter(([key]) => !others.includes(key)));
    const place = (value: unknown): Input => ({ ...rest, [name]: isList ? [...there, value] : value });
    const path = isList ? `${name}.${there.length}` : name;
    if (isInputObjectType(named)) {
      const within: unknown = isList ? there[0] : example[name];
      if (typeof within !== 'object' || within === null) continue;
      // The value of a field whose type is an input has the fields of that input.
      for (const { path: below, value, input } of references(named, within as Input, alone)) {
        const inside = { ...example, [name]: isList ? [input] : input };
        yield { path: `${isList ? `${name}.0` : name}.${below}`, value, input: inside };
      }
    } else if (named.toString() === 'UUID') {
      yield { path, value: FORGED, input: place(FORGED) };
    } else if (named.toString() === 'ID' && /Codes?$/u.test(name)) {
      yield { path, value: NO_CODE, input: place(NO_CODE) };
    }
  }
}
