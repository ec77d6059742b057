import type { Class } from '@mtg/subgraph-kit';
import { Arg, Args, FieldResolver, Resolver } from 'type-graphql';
import type { InputField } from '../input/field';
import type { ReturnTypeFuncValue } from '../input/graphql-type';

/** A field of the schema that is put onto a type from outside. */
export interface SchemaField {
  readonly name: string;
  readonly returns: () => ReturnTypeFuncValue;
  /** Chinese first, then English. */
  readonly description: string;
  /** True if the field may be null. Default: true, since subgraphs may lack it. */
  readonly nullable?: boolean;
  /** Class of arguments, where several fields have the same. */
  readonly argsClass?: Class;
  readonly args?: Readonly<
    Record<string, Pick<InputField<unknown>, 'graphqlType' | 'nullable' | 'description'>>
  >;
}

/**
 * Puts a field onto a type: builds by hand the class that type-graphql's decorators would build. Only the schema comes of
 * it; what the field resolves to is said beside, see `FieldResolvers`.
 */
export function schemaField(
  type: Class,
  { name, returns, description, nullable = true, argsClass, args = {} }: SchemaField,
): Class {
  class Holder {}
  Resolver(() => type)(Holder);
  const { prototype } = Holder;
  const unresolved = () => {
    throw new Error(`${type.name}.${name} has no resolver`);
  };
  Object.defineProperty(prototype, name, { value: unresolved, configurable: true, writable: true });
  const descriptor = Object.getOwnPropertyDescriptor(prototype, name) ?? {};
  FieldResolver(returns as () => Class, { nullable, description })(prototype, name, descriptor);
  let index = 0;
  if (argsClass) {
    Args(() => argsClass)(prototype, name, index);
    index += 1;
  }
  for (const [argument, field] of Object.entries(args)) {
    const options = { nullable: field.nullable, description: field.description };
    Arg(argument, field.graphqlType as () => Class, options)(prototype, name, index);
    index += 1;
  }
  return Holder;
}
