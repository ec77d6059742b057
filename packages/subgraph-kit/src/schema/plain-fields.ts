import { getMetadataStorage } from 'type-graphql';

/**
 * Has fields that only read a property resolved by GraphQL itself. type-graphql makes a function for each of them, which
 * makes an object and a closure for each value of an answer. Fields with a method, a middleware or another name than their
 * property keep theirs. To be called before a schema is built, again for classes that came since.
 */
export function leavePlainFieldsToGraphQL(): void {
  for (const field of getMetadataStorage().fields) {
    const isPlain = field.schemaName === field.name && !field.middlewares?.length && !field.roles;
    if (isPlain) field.simple ??= true;
  }
}
