import { buildSchema, getIntrospectionQuery, parse, specifiedRules, validate } from 'graphql';
import { queryLimitsRule } from './query-limits';

const schema = buildSchema(`
  type Query { streets: [Street]  one: Street }
  type Street { name: String  centers: [Center!]  one: Street }
  type Center { name: String  sections: [Section!]! }
  type Section { name: String  center: Center }
`);

const problems = (query: string) =>
  validate(schema, parse(query), [...specifiedRules, queryLimitsRule]).map(({ message }) => message);

const nested = (times: number, open: string, inner: string) =>
  `{ one ${open.repeat(times)} ${inner} ${'}'.repeat(times)} }`;

test.each([
  ['what people ask', '{ streets { name centers { name sections { name center { name } } } } one { name } }'],
  ['introspection', getIntrospectionQuery()],
  ['as deep as allowed', nested(13, '{ one ', '{ name }')],
  [
    'as many root fields as allowed',
    `{ ${Array.from({ length: 50 }, (_, i) => `a${i}: one { name }`).join(' ')} }`,
  ],
])('%s passes', (_what, query) => {
  expect(problems(query)).toEqual([]);
});

test.each([
  ['too deep', nested(14, '{ one ', '{ name }'), /嵌套 16 层.*16 levels deep/],
  [
    'too many aliases',
    `{ ${Array.from({ length: 51 }, (_, i) => `a${i}: one { name }`).join(' ')} }`,
    /51 root fields/,
  ],
  [
    'fragments that double',
    `{ one { ...f0 } } ${Array.from({ length: 20 }, (_, i) => `fragment f${i} on Street { a: one { ...f${i + 1} } b: one { ...f${i + 1} } }`).join(' ')} fragment f20 on Street { name }`,
    /levels deep/,
  ],
])('%s is refused with a sentence', (_what, query, sentence) => {
  expect(problems(query).join('\n')).toMatch(/查询过大：.* · The query is too large: /);
  expect(problems(query).join('\n')).toMatch(sentence);
});

test('a fragment that spreads itself ends, with the usual error', () => {
  expect(problems('{ one { ...f } } fragment f on Street { one { ...f } }').join()).toContain('spread');
});
