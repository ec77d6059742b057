import { buildSchema, getIntrospectionQuery, parse, specifiedRules, validate } from 'graphql';
import { documentProblem } from './document-limits';
import { CLIENT_LIMITS } from './query-limits';

const schema = buildSchema(`
  type Query { streets: [Street]  one: Street }
  type Street { name: String  centers: [Center!]  one: Street }
  type Center { name: String  sections: [Section!]! }
  type Section { name: String  center: Center }
`);

/** Answer of a server: a document that is too large is not validated. */
const problems = (query: string) => {
  const document = parse(query);
  const tooLarge = documentProblem(document, CLIENT_LIMITS);
  return (tooLarge ? [tooLarge] : validate(schema, document, specifiedRules)).map(({ message }) => message);
};

const nested = (times: number, open: string, inner: string) =>
  `{ one ${open.repeat(times)} ${inner} ${'}'.repeat(times)} }`;

test.each([
  ['what people ask', '{ streets { name centers { name sections { name center { name } } } } one { name } }'],
  ['introspection', getIntrospectionQuery()],
  [
    'as many fields as allowed',
    `{ one { ${Array.from({ length: 999 }, (_, i) => `a${i}: name`).join(' ')} } }`,
  ],
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
  ['one field again and again', `{ one { ${'one { name } '.repeat(1240)} } }`, /2481 fields and fragments/],
  [
    'aliases of a type’s name',
    `{ one { ${Array.from({ length: 1600 }, (_, i) => `a${i}: __typename`).join(' ')} } }`,
    /1601 fields and fragments \(at most 1000\)/,
  ],
  [
    'spreads of one fragment',
    `{ one { ${'...f '.repeat(600)} } } fragment f on Street { name }`,
    /1201 fields/,
  ],
  [
    'a fragment that nothing spreads',
    `{ one { name } } fragment f on Street { ${'name '.repeat(1600)} }`,
    /1600 fields/,
  ],
  [
    'introspection that goes round and round',
    `{ __schema { ${'types { '.repeat(15)} name ${'}'.repeat(17)}`,
    /17 levels deep/,
  ],
  [
    'fragments that double',
    `{ one { ...f0 } } ${Array.from({ length: 20 }, (_, i) => `fragment f${i} on Street { a: one { ...f${i + 1} } b: one { ...f${i + 1} } }`).join(' ')} fragment f20 on Street { name }`,
    /fields and fragments/,
  ],
])('%s is refused with a sentence', (_what, query, sentence) => {
  expect(problems(query).join('\n')).toMatch(/查询过大：.* · The query is too large: /);
  expect(problems(query).join('\n')).toMatch(sentence);
});

test('a fragment that spreads itself ends, with the usual error', () => {
  expect(problems('{ one { ...f } } fragment f on Street { one { ...f } }').join()).toContain('spread');
});
