import { buildSubgraphSchema } from '@apollo/subgraph';
import type { Doors } from '@mtg/bi-doors';
import { StrictDate, StrictDateTime, StrictUUID } from '@mtg/service-kit';
import { STREETS } from '@mtg/subgraphs';
import { isObjectType, isScalarType, parse, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import { resolversOf } from './resolvers';
import { insightSdl } from './sdl/insight-sdl';

/** The schema of the subgraph over the warehouse. */
export function insightSchema(doors: Pick<Doors, 'pool' | 'sources' | 'datasets'>): GraphQLSchema {
  const schema = buildSubgraphSchema(parse(insightSdl(doors.datasets, STREETS)));
  for (const { name, serialize, parseValue, parseLiteral } of [StrictDate, StrictDateTime, StrictUUID]) {
    const scalar = schema.getType(name);
    if (isScalarType(scalar)) Object.assign(scalar, { serialize, parseValue, parseLiteral });
  }
  for (const [typeName, fields] of Object.entries(resolversOf(doors, STREETS))) {
    const type = schema.getType(typeName);
    if (!isObjectType(type)) throw new Error(`${typeName} is no type with fields`);
    for (const [name, resolve] of Object.entries(fields)) {
      const field = type.getFields()[name];
      if (!field) throw new Error(`${typeName} has no field ${name}`);
      // Each takes the source and the arguments of its own field.
      field.resolve = resolve as GraphQLFieldResolver<unknown, unknown>;
    }
  }
  return schema;
}
