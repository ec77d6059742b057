import type { GraphQLSchema } from 'graphql';
import { isScalarType } from 'graphql';
import { GraphQLDate, GraphQLDateTime, GraphQLUUID } from 'graphql-scalars';

const STANDARD = [GraphQLDate, GraphQLDateTime, GraphQLUUID];

/**
 * Lets the gateway check values of custom scalars itself. A supergraph says only that they exist, so that a wrong
 * date would travel to each street and come back as four errors.
 */
export function checkScalars(schema: GraphQLSchema): void {
  for (const { name, parseValue, parseLiteral } of STANDARD) {
    const scalar = schema.getType(name);
    if (isScalarType(scalar)) Object.assign(scalar, { parseValue, parseLiteral });
  }
}
