import type { GraphQLSchema } from 'graphql';
import { isScalarType } from 'graphql';
import { StrictDate, StrictDateTime, StrictUUID } from '@mtg/service-kit';

const STANDARD = [StrictDate, StrictDateTime, StrictUUID];

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
