import { isInterfaceType, isObjectType, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';

/** What fields resolve to, by type and field; those of an interface hold for each type that implements it. */
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
