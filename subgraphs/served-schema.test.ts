import { buildSubgraphSchema } from '@apollo/subgraph';
import { buildFederatedSchema } from '@mtg/subgraph-kit';
import { graphql, lexicographicSortSchema, parse, printSchema, type GraphQLSchema } from 'graphql';
import { definition as dayu } from './dayu/src';
import { definition as district } from './district/src';

const sorted = (schema: GraphQLSchema): string => printSchema(lexicographicSortSchema(schema));

/** Start-up adds the parts of federation without printing and building the schema again. */
test.each([dayu, district])('$name serves what @apollo/subgraph makes of its SDL', async (definition) => {
  const { schema, sdl } = buildFederatedSchema(definition);
  const made = buildSubgraphSchema(parse(sdl));
  expect(sorted(schema)).toBe(sorted(made));
  const source = '{ _service { sdl } }';
  expect(await graphql({ schema, source })).toEqual(await graphql({ schema: made, source }));
});
