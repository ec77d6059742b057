import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLUnionType,
  graphqlSync,
  isObjectType,
  isUnionType,
  parse,
  type GraphQLFieldConfig,
  type GraphQLNamedType,
} from 'graphql';

/** Federation 2 as the gateway understands it; only the directives that some subgraph uses. */
export const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@inaccessible"])';

/** The smallest subgraph. Federation adds the same to it as to any. */
const SMALLEST = `${LINK} type Query { entity: Entity } type Entity @key(fields: "id") { id: ID }`;
const OWN_TYPES: ReadonlySet<string> = new Set(['Query', 'Entity', '_Entity']);

/**
 * Adds what federation asks of a subgraph: its directives, `_entities` and `_service`. The types of the schema stay the same
 * objects. To print them and have `buildSubgraphSchema` parse, validate and build them again took a third of a start.
 *
 * @param serviceSdl makes the answer of `_service`, which is asked for only by programs that compose at run time
 */
export function addFederation(schema: GraphQLSchema, serviceSdl: () => string): GraphQLSchema {
  const smallest = buildSubgraphSchema(parse(SMALLEST));
  const added = smallest.toConfig();
  const own = schema.toConfig();
  const entities = own.types.filter(isEntity);
  const query = new GraphQLObjectType({
    name: 'Query',
    ...own.query?.toConfig(),
    fields: {
      ...own.query?.toConfig().fields,
      ...(entities.length > 0 && { _entities: entitiesField(smallest, entities) }),
      _service: { ...fieldOf(smallest, '_service'), resolve: () => ({ sdl: serviceSdl() }) },
    },
  });
  return new GraphQLSchema({
    ...own,
    query,
    types: [
      ...own.types.filter(({ name }) => name !== 'Query'),
      ...added.types.filter(({ name }) => !OWN_TYPES.has(name)),
    ],
    directives: added.directives,
  });
}

/** Prints a subgraph as federation has it, which says more than its SDL. */
export function serviceSdl(sdl: string): string {
  const { data } = graphqlSync({ schema: buildSubgraphSchema(parse(sdl)), source: '{ _service { sdl } }' });
  return String((data?.['_service'] as { sdl: unknown } | undefined)?.sdl);
}

/** `@Directive` of type-graphql leaves the directives in the node of a type. */
const isEntity = (type: GraphQLNamedType) =>
  isObjectType(type) && (type.astNode?.directives ?? []).some(({ name }) => name.value === 'key');

function entitiesField(
  smallest: GraphQLSchema,
  entities: readonly GraphQLNamedType[],
): GraphQLFieldConfig<unknown, unknown> {
  const union = smallest.getType('_Entity');
  const types = entities.filter(isObjectType);
  if (!isUnionType(union)) throw new Error('federation adds no union of entities');
  return {
    ...fieldOf(smallest, '_entities'),
    type: new GraphQLNonNull(new GraphQLList(new GraphQLUnionType({ ...union.toConfig(), types }))),
  };
}

function fieldOf(schema: GraphQLSchema, name: string): GraphQLFieldConfig<unknown, unknown> {
  const field = schema.getQueryType()?.toConfig().fields[name];
  if (!field) throw new Error(`federation adds no field ${name}`);
  return field;
}
