import { buildSchema, getIntrospectionQuery, Kind, parse, specifiedRules, validate } from 'graphql';
import { costOf, type GivenVariables } from './query-cost';

const schema = buildSchema(`
  type Query { streets: [Street]  one: Street  centers: [Center!] }
  type Street { name: String  centers: [Center!]  one: Street  orders(first: Int, last: Int): OrderConnection }
  interface Center { name: String  sections: [Section!]! }
  type Functional implements Center { name: String  sections: [Section!]! }
  type Local implements Center { name: String  sections: [Section!]! }
  type Section { name: String  center: Center  centers: [Center!]! }
  type OrderConnection { totalCount: Int  edges: [OrderEdge!]!  nodes: [Order!]! }
  type OrderEdge { node: Order! }
  type Order { a: Int  trace: Order  orders(first: Int, last: Int): OrderConnection  evidence(first: Int): [Order!]! }
`);

const HIGHEST = 100_000;

/** Cost of the first operation of a valid document. */
function cost(query: string, variables: GivenVariables = {}): number {
  const document = parse(query);
  expect(validate(schema, document, specifiedRules)).toEqual([]);
  const operation = document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new Error('the document has no operation');
  return costOf(schema, document, operation, variables);
}

const fields = (count: number) => Array.from({ length: count }, (_, i) => `a${i}: a`).join(' ');

test.each([
  ['what people ask', '{ streets { name centers { name sections { name center { name } } } } one { name } }'],
  ['introspection', getIntrospectionQuery()],
  ['the longest page of every street', `{ streets { orders(first: 500) { nodes { ${fields(18)} } } } }`],
])('%s passes', (_what, query) => {
  expect(cost(query)).toBeLessThanOrEqual(HIGHEST);
});

const cycle = 'sections { centers { '.repeat(4);
test.each([
  [
    'long pages beside one of negative length',
    '{ one { x: orders(first: -2147483648) { nodes { a } } orders(first: 500) { nodes { orders(first: 500) { nodes { a } } } } } }',
  ],
  [
    'long pages with both lengths',
    '{ one { orders(first: null, last: 500) { nodes { orders(first: null, last: 500) { nodes { a } } } } } }',
  ],
  [
    'pages within long pages',
    '{ one { orders(first: 500) { nodes { orders(first: 500) { nodes { a } } } } } }',
  ],
  [
    'pages within pages without a length',
    `{ streets { orders { nodes { orders { edges { node { ${fields(5)} } } } } } } }`,
  ],
  [
    'pages within pages whose lengths a variable says',
    'query ($n: Int) { one { orders(first: $n) { nodes { orders(first: $n) { nodes { a } } } } } }',
  ],
  ['long lists within long pages', '{ one { orders(first: 500) { nodes { evidence(first: 500) { a } } } } }'],
  ['a chain for each row of long pages', '{ streets { orders(first: 200) { nodes { trace { a } } } } }'],
  [
    'a count for each row of long pages',
    '{ streets { orders(first: 200) { nodes { orders(first: 1) { totalCount } } } } }',
  ],
  ['lists within lists', `{ one { centers { ${cycle} name ${'} } '.repeat(4)} } } }`],
  [
    'lists in fragments',
    `{ streets { ...a } }
     fragment a on Street { centers { ...b } } fragment b on Center { sections { centers { ...c } } }
     fragment c on Center { sections { centers { sections { name } } } }`,
  ],
])('%s cost too much', (_what, query) => {
  expect(cost(query, { n: 500 })).toBeGreaterThan(HIGHEST);
});

test('of what is asked of several types of objects, the dearest counts', () => {
  const both = (fragments: string) => `{ centers { name ${fragments} } }`;
  const dear = '... on Functional { sections { name centers { name } } }';
  expect(cost(both(`${dear} ... on Local { sections { name } }`))).toBe(cost(both(dear)));
  expect(cost(both(`${dear} ... on Center { sections { name } }`))).toBeGreaterThan(cost(both(dear)));
  expect(
    cost(
      `{ centers { ...F ...L } } fragment F on Functional { name } fragment L on Local { name sections { name } }`,
    ),
  ).toBe(cost('{ centers { ... on Local { name sections { name } } } }'));
});

describe('queries about the schema', () => {
  const whole = getIntrospectionQuery({ inputValueDeprecation: true, specifiedByUrl: true });
  const [root = '', fragments = ''] = whole.split(/(?=fragment FullType)/);
  const times = (count: number) =>
    root.replace(/__schema \{[^]*\}\s*\}/, (schemaField) =>
      [...Array.from({ length: count }, (_, i) => `s${i}: ${schemaField.trim().slice(0, -1)}`), '}'].join(
        '\n',
      ),
    ) + fragments;

  test('the whole schema passes as tools ask for it, once', () => {
    expect(cost(times(1))).toBeLessThanOrEqual(HIGHEST);
    expect(cost(times(2))).toBeGreaterThan(HIGHEST);
    expect(cost(times(3))).toBeGreaterThan(HIGHEST);
  });

  const types = (count: number, below: string) =>
    `{ __schema { ${Array.from({ length: count }, (_, i) => `a${i}: types { ${below} }`).join(' ')} } }`;
  test.each([
    ['aliases in one introspection', `${types(4, '...FullType')} ${fragments}`],
    [
      'aliases in a fragment',
      `{ __schema { ...S } } fragment S on __Schema { ${types(4, '...FullType').slice(13, -4)} } ${fragments}`,
    ],
    [
      'a type again and again',
      `{ ${Array.from({ length: 400 }, (_, i) => `t${i}: __type(name: "Street") { ...FullType }`).join(' ')} } ${fragments}`,
    ],
    [
      'a type that a default names',
      `query ($n: String! = "Street") { ${Array.from({ length: 400 }, (_, i) => `t${i}: __type(name: $n) { ...FullType }`).join(' ')} } ${fragments}`,
    ],
    ['types of fields of types', types(20, 'fields { type { fields { args { name } type { name } } } }')],
  ])('%s cost as much as they return', (_what, query) => {
    expect(cost(query)).toBeGreaterThan(HIGHEST);
  });

  test('a name of a type is cheap, and its aliases are fields like others', () => {
    expect(cost('{ one { name __typename } }')).toBe(3);
    expect(
      cost(`{ one { ${fields(0)} ${Array.from({ length: 10 }, (_, i) => `t${i}: __typename`).join(' ')} } }`),
    ).toBe(11);
  });
});

const page = (length: string, given = '') =>
  `query Q${given} { one { orders(first: ${length}) { nodes { ${fields(3)} evidence(first: ${length}) { a } } } } }`;

describe('a length that a variable says', () => {
  test.each<[string, string, GivenVariables, string]>([
    ['its value', '($n: Int)', { n: 7 }, '7'],
    ['zero', '($n: Int)', { n: 0 }, '0'],
    ['a value above the most', '($n: Int)', { n: 90_000 }, '90000'],
    ['a negative value', '($n: Int)', { n: -500 }, '0'],
    ['its default', '($n: Int = 7)', {}, '7'],
    ['its value in place of the default', '($n: Int = 7)', { n: 500 }, '500'],
    ['nothing in place of the default', '($n: Int = 7)', { n: null }, 'null'],
    ['nothing by default', '($n: Int = null)', {}, 'null'],
    ['nothing', '($n: Int)', { n: null }, 'null'],
    ['nothing, being left out', '($n: Int)', {}, 'null'],
    ['what is left out, beside others', '($n: Int, $m: Int = 3)', { m: 3 }, 'null'],
  ])('counts as %s', (_what, given, variables, written) => {
    const query = page('$n', given);
    // A variable must be used to be valid.
    const used = given.includes('$m')
      ? query.replace('a0: a', 'a0: a orders(last: $m) { nodes { a } }')
      : query;
    const literal = given.includes('$m')
      ? page(written).replace('a0: a', 'a0: a orders(last: 3) { nodes { a } }')
      : page(written);
    expect(cost(used, variables)).toBe(cost(literal));
  });

  test.each([
    '7',
    'a',
    true,
    false,
    7.5,
    [7],
    [],
    {},
    { value: 7 },
    1e308,
    Number.POSITIVE_INFINITY,
    Number.NaN,
    2 ** 31,
  ])('counts as the most where it is no Int: %p', (n) => {
    expect(cost(page('$n', '($n: Int)'), { n })).toBe(cost(page('500')));
  });

  test.each(['constructor', '__proto__', 'toString'])('counts by what was given, not by %s', (name) => {
    const query = page(`$${name}`, `($${name}: Int)`);
    expect(cost(query, {})).toBe(cost(page('null')));
    expect(cost(query, JSON.parse(`{"${name}": 500}`))).toBe(cost(page('500')));
  });

  test('counts in fragments too, for the operation that is asked', () => {
    const query = `query ($n: Int) { one { ...f } } fragment f on Street { orders(first: $n) { nodes { ...g } } }
      fragment g on Order { evidence(first: $n) { a } }`;
    expect(cost(query, { n: 10 })).toBeLessThan(200);
    expect(cost(query, { n: 500 })).toBeGreaterThan(HIGHEST);
  });

  test('is never outweighed by one that is out of bounds', () => {
    const within = (query: string) => `query ($n: Int, $m: Int) { one { ${query} } }`;
    const big = 'orders(first: $n) { nodes { orders(first: $n) { nodes { a } } } }';
    for (const m of [-1e308, -1, 0, 1e308]) {
      expect(cost(within(`x: orders(first: $m) { nodes { ${big} } } ${big}`), { n: 500, m })).toBeGreaterThan(
        HIGHEST,
      );
    }
  });
});
