import { isObjectType, type GraphQLSchema } from 'graphql';
import type { SubgraphContext } from '../context/context';

/** Finds the object that a reference from another subgraph names; by the type's name. */
export type ReferenceResolvers = Readonly<
  Record<string, (reference: Readonly<Record<string, unknown>>, context: SubgraphContext) => unknown>
>;

/**
 * Has `_entities` resolve references. They are kept where `@apollo/subgraph` looks for them.
 *
 * @throws Error for a type that the schema does not have
 */
export function attachReferences(schema: GraphQLSchema, resolvers: ReferenceResolvers): void {
  for (const [name, resolve] of Object.entries(resolvers)) {
    const type = schema.getType(name);
    if (!isObjectType(type)) throw new Error(`${name} is no type of the subgraph`);
    // Async, so that one reference that is refused does not take the others of its batch along.
    const resolveReference = async (...args: Parameters<typeof resolve>) => resolve(...args);
    type.extensions = { ...type.extensions, apollo: { subgraph: { resolveReference } } };
  }
}
