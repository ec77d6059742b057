import { buildSchema, getIntrospectionQuery, parse, specifiedRules, validate } from 'graphql';
import { queryLimitsRule } from './query-limits';

const schema = buildSchema(`
  type Query { streets: [Street]  one: Street }
  type Street { name: String  centers: [Center!]  one: Street  orders(first: Int, last: Int): OrderConnection }
  interface Center { name: String  sections: [Section!]! }
  type Functional implements Center { name: String  sections: [Section!]! }
  type Section { name: String  center: Center  centers: [Center!]! }
  type OrderConnection { totalCount: Int  edges: [OrderEdge!]!  nodes: [Order!]! }
  type OrderEdge { node: Order! }
  type Order { a: Int  trace: Order  orders(first: Int, last: Int): OrderConnection  evidence(first: Int): [Order!]! }
`);

const problems = (query: string) =>
  validate(schema, parse(query), [...specifiedRules, queryLimitsRule]).map(({ message }) => message);

const fields = (count: number) => Array.from({ length: count }, (_, i) => `a${i}: a`).join(' ');

const nested = (times: number, open: string, inner: string) =>
  `{ one ${open.repeat(times)} ${inner} ${'}'.repeat(times)} }`;

test.each([
  ['what people ask', '{ streets { name centers { name sections { name center { name } } } } one { name } }'],
  ['introspection', getIntrospectionQuery()],
  ['the longest page of every street', `{ streets { orders(first: 500) { nodes { ${fields(18)} } } } }`],
  [
    'a page whose length a variable says',
    `query ($n: Int) { streets { orders(last: $n) { edges { node { ${fields(18)} } } } } }`,
  ],
  ['as deep as allowed', nested(13, '{ one ', '{ name }')],
  [
    'as many root fields as allowed',
    `{ ${Array.from({ length: 50 }, (_, i) => `a${i}: one { name }`).join(' ')} }`,
  ],
])('%s passes', (_what, query) => {
  expect(problems(query)).toEqual([]);
});

const cycle = 'sections { centers { '.repeat(4);
test.each([
  ['too deep', nested(14, '{ one ', '{ name }'), /嵌套 16 层.*16 levels deep/],
  [
    'long pages beside one of negative length',
    '{ one { x: orders(first: -2147483648) { nodes { a } } orders(first: 500) { nodes { orders(first: 500) { nodes { a } } } } } }',
    /nest fewer lists/,
  ],
  [
    'long pages with both lengths',
    '{ one { orders(first: null, last: 500) { nodes { orders(first: null, last: 500) { nodes { a } } } } } }',
    /nest fewer lists/,
  ],
  [
    'pages within long pages',
    '{ one { orders(first: 500) { nodes { orders(first: 500) { nodes { a } } } } } }',
    /nest fewer lists/,
  ],
  [
    'pages within pages whose length nobody says',
    `{ streets { orders { nodes { orders { edges { node { ${fields(5)} } } } } } } }`,
    /nest fewer lists/,
  ],
  [
    'pages within pages whose lengths a variable says',
    'query ($n: Int) { one { orders(first: $n) { nodes { orders(first: $n) { nodes { a } } } } } }',
    /nest fewer lists/,
  ],
  [
    'long lists within long pages',
    '{ one { orders(first: 500) { nodes { evidence(first: 500) { a } } } } }',
    /nest fewer lists/,
  ],
  [
    'a chain for each row of long pages',
    '{ streets { orders(first: 200) { nodes { trace { a } } } } }',
    /nest fewer lists/,
  ],
  [
    'a count for each row of long pages',
    '{ streets { orders(first: 200) { nodes { orders(first: 1) { totalCount } } } } }',
    /nest fewer lists/,
  ],
  [
    'too many aliases',
    `{ ${Array.from({ length: 51 }, (_, i) => `a${i}: one { name }`).join(' ')} }`,
    /51 root fields/,
  ],
  ['lists within lists', `{ one { centers { ${cycle} name ${'} } '.repeat(4)} } } }`, /nest fewer lists/],
  [
    'lists in fragments',
    `{ streets { ...a } }
     fragment a on Street { centers { ...b } } fragment b on Center { sections { centers { ...c } } }
     fragment c on Center { sections { centers { sections { name } } } }`,
    /nest fewer lists/,
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
