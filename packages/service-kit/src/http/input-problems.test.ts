import { buildSchema, type GraphQLInputType } from 'graphql';
import { givenAsJson } from './given-value';
import { problemsOf } from './input-problems';

const schema = buildSchema('input Filter { titleIn: [String!] state: String } type Query { a: Int }');
// The schema above declares it as an input.
const filter = schema.getType('Filter') as GraphQLInputType;
const problems = (introspection: boolean) =>
  problemsOf(givenAsJson({ title: '义诊' }), filter, 'filter', { introspection });

test('an unknown field gets the names of those that exist', () => {
  expect(problems(true)).toEqual([
    {
      field: 'filter.title',
      message:
        'Filter 没有这个字段，它的字段是：titleIn、state · Filter has no such field. Its fields are titleIn, state',
    },
  ]);
});

test('an unknown field gets no names where clients may not query the schema', () => {
  expect(problems(false)).toEqual([
    { field: 'filter.title', message: 'Filter 没有这个字段 · Filter has no such field' },
  ]);
});
