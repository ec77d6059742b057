import {
  isAbstractType,
  isInterfaceType,
  isObjectType,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from 'graphql';

/** Resolvers by type and field. Those of an interface apply to each type that implements it. */
export type FieldResolvers = Readonly<
  // Each takes the source and the arguments of its own field.
  Record<string, Readonly<Record<string, GraphQLFieldResolver<never, never, never>>>>
>;

/**
 * Puts resolvers straight onto the fields of a schema: type-graphql's own layers are for classes with methods, and cost
 * more than the resolver.
 *
 * @throws Error for a field that the schema does not have
 */
export function attachResolvers(schema: GraphQLSchema, resolvers: FieldResolvers): void {
  for (const [typeName, fields] of Object.entries(resolvers)) {
    const type = schema.getType(typeName);
    const types = isInterfaceType(type) ? schema.getPossibleTypes(type) : [type];
    for (const each of types) {
      if (!isObjectType(each)) throw new Error(`${typeName} is no type with fields`);
      for (const [name, resolve] of Object.entries(fields)) {
        const field = each.getFields()[name];
        if (!field) throw new Error(`${each.name} has no field ${name}`);
        field.resolve = resolve as GraphQLFieldResolver<unknown, unknown>;
      }
    }
  }
}

/** A row as a statement has read it: a plain object, which says of which type it is where it may be of several. */
const typeNameOf = (value: unknown): string | undefined => {
  const name = typeof value === 'object' && value !== null && '__typename' in value && value.__typename;
  return typeof name === 'string' ? name : undefined;
};

/** Lets rows be plain objects where a field may have one of several types: type-graphql asks for instances of its classes. */
export function acceptPlainRows(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) {
      const { resolveType } = type;
      type.resolveType = (value, context, info, abstractType) =>
        typeNameOf(value) ?? resolveType?.(value, context, info, abstractType);
    }
    if (isObjectType(type) && type.isTypeOf) {
      const { isTypeOf, name } = type;
      type.isTypeOf = (value, context, info) => typeNameOf(value) === name || isTypeOf(value, context, info);
    }
  }
}
