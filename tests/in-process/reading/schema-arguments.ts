import {
  GraphQLInt,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isNonNullType,
  isRequiredArgument,
  type GraphQLArgument,
} from 'graphql';
import type { Field } from './schema-objects';

/** One of so many: 0, 1 … */
export type Choose = (count: number) => number;

/** Values that only a street knows. */
export interface Known {
  /** Ids worth asking for where this type is led to. */
  idsFor(type: string): readonly string[];
  codesFor(type: string): readonly string[];
  /** Text to search for. */
  readonly texts: readonly string[];
}

/** The arguments that fields are asked with. */
export class SchemaArguments {
  constructor(private readonly known: Known) {}

  idsFor(field: Field): readonly string[] {
    return this.known.idsFor(getNamedType(field.type).name);
  }

  /** Tombstones are listed where it is asked what changed. */
  textOf(field: Field, page: number, withChanged: boolean, choose: Choose): string {
    const given = field.args.flatMap((argument) => {
      if (argument.name === 'first') return [`first: ${page}`];
      const filter = getNullableType(argument.type);
      if (argument.name === 'filter' && isInputObjectType(filter)) {
        const isKnown = withChanged && 'updatedSince' in filter.getFields();
        return isKnown ? ['filter: { updatedSince: "2000-01-01T00:00:00Z" }'] : [];
      }
      if (!isRequiredArgument(argument)) return [];
      return [`${argument.name}: ${this.#valueOf(field, argument, choose)}`];
    });
    return given.length > 0 ? `(${given.join(', ')})` : '';
  }

  #valueOf(field: Field, { name, type }: GraphQLArgument, choose: Choose): string {
    const named = isNonNullType(type) ? type.ofType : type;
    const one = (values: readonly string[]): string => values[choose(values.length)] ?? '';
    if (isEnumType(named)) return one(named.getValues().map((value) => value.name));
    const known: Readonly<Record<string, readonly string[]>> = {
      id: this.idsFor(field),
      code: this.known.codesFor(getNamedType(field.type).name),
      text: this.known.texts,
      sequences: ['1'],
      // Of the district's, which a street knows by its own rows.
      ids: ['0198c0de-0000-7000-8000-000000000000'],
      year: ['2026'],
    };
    const values = known[name];
    if (!values) throw new Error(`no arguments are known for ${field.name}: ${name}`);
    return named === GraphQLInt ? one(values) : JSON.stringify(one(values));
  }
}
