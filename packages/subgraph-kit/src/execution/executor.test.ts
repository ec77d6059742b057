import { setImmediate as turn } from 'node:timers/promises';
import * as fc from 'fast-check';
import {
  buildSchema,
  execute,
  getOperationAST,
  parse,
  validate,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { createExecutor } from './executor';

/** Every kind of type, so that each way of completing a value is taken. */
const schema = buildSchema(`
  interface Named { name: String! self: Named }
  type Cat implements Named { name: String! self: Named lives: Int mood(of: Mood = CALM, times: Int!): Mood! }
  type Dog implements Named { name: String! self: Named tags: [String!]! friends: [Named] litter: [[Dog!]!] }
  union Pet = Cat | Dog
  enum Mood { CALM WILD }
  type Query {
    cat: Cat dog: Dog! named: [Named] pets: [Pet!] flag: Boolean! ratio: Float id: ID!
    echo(text: String, mood: Mood): String
  }
`);

/** Behaviours of a resolver: give a value, or fail in each way, at once or later. */
const AT_ONCE = ['value', 'null', 'error', 'throws', 'wrong'] as const;
const LATER = ['later', 'rejects', 'later null', 'later error', 'later wrong'] as const;
type Way = (typeof AT_ONCE)[number] | (typeof LATER)[number];

const CAT = { __typename: 'Cat', name: 'Tom', lives: 9, mood: 'WILD' };
const DOG = { __typename: 'Dog', name: 'Rex', tags: ['a', 'b'], litter: [[{ name: 'Pup', tags: [] }]] };
const VALUES: Readonly<Record<string, unknown>> = {
  self: CAT,
  friends: [CAT, DOG, null],
  named: [DOG, CAT],
  pets: [CAT, DOG],
  cat: CAT,
  dog: DOG,
  flag: true,
  ratio: 0.5,
  id: 7,
  lives: 9,
  mood: 'CALM',
  tags: ['x', Promise.resolve('y')],
  name: 'Ann',
};

function behave(way: Way, name: string): unknown {
  if (way === 'rejects') return Promise.reject(new Error(`${name} rejects`));
  if (way === 'later') return Promise.resolve(VALUES[name]);
  if (way === 'later null') return Promise.resolve(null);
  if (way === 'later error') return Promise.resolve(new Error(`error of ${name}`));
  if (way === 'later wrong') return Promise.resolve(wrong(name));
  if (way === 'throws') throw new Error(`${name} throws`);
  if (way === 'null') return null;
  if (way === 'error') return new Error(`error of ${name}`);
  return way === 'wrong' ? wrong(name) : VALUES[name];
}

const wrong = (name: string): unknown => (name === 'named' || name === 'pets' ? [{}, 5] : Symbol('wrong'));

function operationOf(document: DocumentNode): OperationDefinitionNode {
  const operation = getOperationAST(document);
  if (!operation) throw new Error('it has one operation');
  return operation;
}

/** Some fields have a resolver, and what it does; the others read a property. */
function withResolvers(ways: Readonly<Record<string, Way>>): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__') || !('getFields' in type)) continue;
    for (const field of Object.values(type.getFields())) {
      const way = ways[`${type.name}.${field.name}`];
      if ('resolve' in field) field.resolve = way && (() => behave(way, field.name));
    }
  }
  const root = schema.getQueryType()?.getFields() ?? {};
  for (const [name, field] of Object.entries(root)) field.resolve ??= () => VALUES[name];
  if (root['echo']) root['echo'].resolve = (_source, given) => JSON.stringify(given);
  return schema;
}

/** The place that an error made null: its own, or one further up where that must not be null. */
function nulledBy(path: readonly (string | number)[], data: unknown): string {
  let at = data;
  const place = path.findIndex((key) => {
    if (at === null) return true;
    at = (at as Record<string, unknown>)[key];
    return false;
  });
  return JSON.stringify(place < 0 ? path : path.slice(0, place));
}

/**
 * Promises of GraphQL about an answer: its data, the errors of the fields that became null themselves, and of the others that
 * there is an error for each. Which of several errors below them is listed, and the order, depends on what ends first.
 */
function comparable({ data, errors = [] }: ExecutionResult): unknown {
  const plain = JSON.parse(JSON.stringify(data ?? null)) as unknown;
  const places = errors.map(({ path = [] }) => nulledBy(path, plain));
  const exact = errors.filter(({ path = [] }, index) => JSON.stringify(path) === places[index]);
  return {
    data: plain,
    nulled: [...new Set(places)].sort(),
    errors: exact.map((error) => JSON.stringify(error)).sort(),
  };
}

async function both(
  ways: Readonly<Record<string, Way>>,
  text: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<{ readonly own: unknown; readonly theirs: unknown }> {
  const document = parse(text);
  const built = withResolvers(ways);
  const operation = operationOf(document);
  expect(validate(built, document)).toEqual([]);
  const own = createExecutor(built);
  const theirs = comparable(await execute({ schema: built, document, variableValues: variables }));
  return { own: comparable(await own({ document, operation, variables, context: {} })), theirs };
}

const SELECTION = `
  cat { ...OfCat } kitten: cat { called: name self { name self { __typename } } }
  dog { name tags friends { __typename name ... on Cat { lives } ... on Dog { tags } } litter { name tags } }
  named { name ...OfCat ... on Dog { friends { name } } } pets { __typename ...OfCat ... on Dog { name tags } }
  flag ratio id echo(text: "a")
`;
const EVERYTHING = `query Everything { ${SELECTION} }
  fragment OfCat on Cat { name lives mood(times: 2) calm: mood(of: CALM, times: 1) }`;

test('what every resolver does well is answered as graphql-js answers it', async () => {
  const { own, theirs } = await both({}, EVERYTHING);
  expect(own).toEqual(theirs);
  expect(own).toMatchObject({ data: { cat: { lives: 9 }, dog: { tags: ['a', 'b'] } } });
});

const RUNS = 50;

const FIELDS = [
  ...['cat', 'dog', 'named', 'pets', 'flag', 'ratio', 'id'].map((name) => `Query.${name}`),
  ...['name', 'self', 'lives', 'mood'].map((name) => `Cat.${name}`),
  ...['name', 'self', 'tags', 'friends', 'litter'].map((name) => `Dog.${name}`),
];

const WITHOUT_LISTS = `{ cat { name self { name } lives mood(times: 1) } dog { name self { name } } flag id }`;

// In a list graphql-js does not wait for what was begun when an element fails at once; ours does, see below.
test.each<[string, readonly Way[], string]>([
  ['at once', AT_ONCE, EVERYTHING],
  ['later', ['value', ...LATER], EVERYTHING],
  ['at once and later', [...AT_ONCE, ...LATER], WITHOUT_LISTS],
])('whatever resolvers do %s, the answer is that of graphql-js', async (_when, ways, text) => {
  const given = fc.dictionary(fc.constantFrom(...FIELDS), fc.constantFrom(...ways), { maxKeys: 6 });
  await fc.assert(
    fc.asyncProperty(given, async (some) => {
      const { own, theirs } = await both(some, text);
      expect(own).toEqual(theirs);
    }),
    { numRuns: RUNS },
  );
});

test.each<[string, string, Readonly<Record<string, unknown>>]>([
  ['a variable', 'query ($t: String, $m: Mood) { echo(text: $t, mood: $m) }', { t: 'x', m: 'WILD' }],
  ['its default', 'query ($t: String = "d") { echo(text: $t) }', {}],
  ['a variable left out', 'query ($t: String) { echo(text: $t) }', {}],
  ['a variable of a wrong type', 'query ($m: Mood) { echo(mood: $m) }', { m: 'SAD' }],
  ['a required one left out', 'query ($n: Int!) { cat { mood(times: $n) } }', {}],
  ['null by a variable where nothing may be', 'query ($n: Int = 1) { cat { mood(times: $n) } }', { n: null }],
  ['what is left out', 'query ($w: Boolean!) { id cat @include(if: $w) { name } }', { w: false }],
  ['what is skipped', 'query ($w: Boolean!) { id cat { name @skip(if: $w) lives } }', { w: true }],
  ['a query about the schema', '{ id __type(name: "Cat") { fields { name } } }', {}],
  ['a key that objects inherit', '{ constructor: id toString: flag __proto__: id }', {}],
  ['fields asked for in several places', '{ dog { name } dog { tags } ... { dog { named: name } } }', {}],
])('%s is treated as graphql-js treats it', async (_what, text, variables) => {
  const { own, theirs } = await both({}, text, variables);
  expect(own).toEqual(theirs);
});

test('a resolver is given what graphql-js gives it', async () => {
  const seen: unknown[] = [];
  const built = withResolvers({});
  const field = built.getQueryType()?.getFields()['echo'];
  if (field) field.resolve = (...given) => void seen.push(given);
  const document = parse('query Q($t: String) { first: echo(text: $t) second: echo(text: $t) }');
  const operation = operationOf(document);
  const [variables, context] = [{ t: 'x' }, { own: true }];
  await createExecutor(built)({ document, operation, variables, context });
  await execute({ schema: built, document, variableValues: variables, contextValue: context });
  expect(seen.slice(0, 2)).toEqual(seen.slice(2));
});

test('what was begun is waited for before an answer that fails as a whole', async () => {
  let ended = false;
  const built = withResolvers({ 'Query.dog': 'throws' });
  const field = built.getQueryType()?.getFields()['cat'];
  if (field) {
    field.resolve = async () => {
      // All that does not wait for it is over by then.
      await turn();
      ended = true;
    };
  }
  const document = parse('{ cat { name } dog { name } }');
  const operation = operationOf(document);
  const answer = await createExecutor(built)({ document, operation, variables: {}, context: {} });
  expect([answer.data, ended]).toEqual([null, true]);
});

test('an element that fails later does not go unheard when another fails at once', async () => {
  const unheard = jest.fn();
  process.on('unhandledRejection', unheard);
  const built = withResolvers({});
  const field = built.getQueryType()?.getFields()['pets'];
  if (field) field.resolve = () => [Promise.reject(new Error('later')), new Error('at once')];
  const document = parse('{ pets { __typename } }');
  const operation = operationOf(document);
  const answer = await createExecutor(built)({ document, operation, variables: {}, context: {} });
  // Node reports a rejection that is not handled before the next turn of its loop.
  await turn();
  process.off('unhandledRejection', unheard);
  expect(answer.data).toEqual({ pets: null });
  expect(unheard).not.toHaveBeenCalled();
});
