import { composeSupergraph, CompositionError, type CompositionProblem } from './index';

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@inaccessible"])';

const DISTRICT = `${LINK}
  type Query { streets: [Street]! }
  interface Street { code: ID! name: String! }
  type DayuStreet implements Street @key(fields: "code") { code: ID! name: String! }
  type ChengziStreet implements Street @key(fields: "code") { code: ID! name: String! }`;

/** Additions that one street may have; each text is inserted into the definition of that name. */
interface Ahead {
  readonly query?: string;
  readonly street?: string;
  readonly ownType?: string;
  readonly argument?: string;
  readonly center?: string;
  readonly kind?: string;
  readonly filter?: string;
}

const street = (type: string, root: string, ahead: Ahead = {}): string => `${LINK}
  type Query { ${root}: ${type} ${ahead.query ?? ''} }
  interface Street { code: ID! centers(kind: Kind, filter: Filter): [Center] ${ahead.street ?? ''} }
  type ${type} implements Street @key(fields: "code") {
    code: ID!
    centers(kind: Kind, filter: Filter ${ahead.argument ?? ''}): [Center]
    ${ahead.ownType ?? ''}
  }
  type Center @shareable { name: String! kind: Kind ${ahead.center ?? ''} }
  enum Kind { FUNCTIONAL LOCAL ${ahead.kind ?? ''} }
  input Filter { text: String ${ahead.filter ?? ''} }`;

const compose = (dayu: Ahead, chengzi: Ahead = {}) =>
  composeSupergraph([
    { name: 'district', url: 'http://district.test/graphql', sdl: DISTRICT },
    { name: 'dayu', url: 'http://dayu.test/graphql', sdl: street('DayuStreet', 'dayu', dayu) },
    { name: 'chengzi', url: 'http://chengzi.test/graphql', sdl: street('ChengziStreet', 'chengzi', chengzi) },
  ]);

const problemsOf = (attempt: () => unknown): readonly CompositionProblem[] => {
  try {
    attempt();
  } catch (error) {
    if (error instanceof CompositionError) return error.problems;
    throw error;
  }
  throw new Error('it composed');
};

it('gives the same text for the same subgraphs', () => {
  const { supergraphSdl } = compose({});
  expect(supergraphSdl).toContain('type DayuStreet implements Street');
  expect(supergraphSdl).toContain('http://chengzi.test/graphql');
  expect(compose({}).supergraphSdl).toBe(supergraphSdl);
});

describe('one street ahead of the others', () => {
  it.each<[string, Ahead, string, boolean]>([
    ['a new field on its concrete type', { ownType: 'hotline: String' }, 'hotline', true],
    ['a new argument', { argument: 'first: Int' }, 'first: Int', true],
    ['a new optional input field (dropped until all have it)', { filter: 'since: String' }, 'since', false],
    ['a new field on a value type, inaccessible', { center: 'phone: String @inaccessible' }, 'phone', true],
    ['a new enum value, inaccessible', { kind: 'VIRTUAL @inaccessible' }, 'VIRTUAL', true],
  ])('%s composes', (_what, ahead, text, kept) => {
    expect(compose(ahead).supergraphSdl.includes(text)).toBe(kept);
  });

  it.each<[string, Ahead, string, readonly string[], readonly string[], string]>([
    [
      'a new field on a value type',
      { center: 'phone: String' },
      'SATISFIABILITY_ERROR',
      ['chengzi', 'dayu'],
      ['Center.phone'],
      '@inaccessible',
    ],
    [
      'a new field of the interface',
      { street: 'budget: Int', ownType: 'budget: Int' },
      'INTERFACE_FIELD_NO_IMPLEM',
      ['chengzi', 'dayu', 'district'],
      ['Street.budget', 'ChengziStreet'],
      'concrete type first',
    ],
    [
      // Unlike on a value type, hiding it does not help: the way is the concrete type.
      'a new field of the interface, inaccessible',
      { street: 'budget: Int @inaccessible', ownType: 'budget: Int @inaccessible' },
      'INTERFACE_FIELD_NO_IMPLEM',
      ['chengzi', 'dayu', 'district'],
      ['Street.budget', 'ChengziStreet'],
      '具体类型',
    ],
    [
      'a new value of an enum used as input and output',
      { kind: 'VIRTUAL' },
      'ENUM_VALUE_MISMATCH',
      ['chengzi', 'dayu'],
      ['Kind.VIRTUAL'],
      '@inaccessible',
    ],
    [
      'a new required input field',
      { filter: 'since: String!' },
      'REQUIRED_INPUT_FIELD_MISSING_IN_SOME_SUBGRAPH',
      ['chengzi', 'dayu'],
      ['Filter.since'],
      'nullable until all subgraphs have it',
    ],
  ])(
    '%s does not, and the sentence names place and correction',
    (_what, ahead, code, subgraphs, coordinates, way) => {
      const [problem, ...others] = problemsOf(() => compose(ahead));
      expect(others).toEqual([]);
      expect(problem).toMatchObject({ code, subgraphs, coordinates });
      for (const part of [...subgraphs, ...coordinates, way]) expect(problem?.sentence).toContain(part);
    },
  );
});

it('refuses a root field that two streets share without saying so', () => {
  const [problem] = problemsOf(() => compose({ query: 'total: Int' }, { query: 'total: Int' }));
  expect(problem).toMatchObject({
    code: 'INVALID_FIELD_SHARING',
    subgraphs: ['chengzi', 'dayu'],
    coordinates: ['Query.total'],
  });
});

it('names both subgraphs whose types of a field differ', () => {
  const [problem] = problemsOf(() => compose({ center: 'floor: Int' }, { center: 'floor: String' }));
  expect(problem).toMatchObject({
    code: 'FIELD_TYPE_MISMATCH',
    subgraphs: ['chengzi', 'dayu'],
    coordinates: ['Center.floor'],
  });
});

it('names each subgraph whose SDL is not GraphQL, with line and column', () => {
  const broken = [
    { name: 'dayu', url: 'http://dayu.test', sdl: 'type Query {\n  dayu: }' },
    { name: 'datai', url: 'http://datai.test', sdl: '' },
  ];
  const problems = problemsOf(() => composeSupergraph(broken));
  expect(problems).toMatchObject([
    { code: 'SYNTAX_ERROR', subgraphs: ['dayu'], coordinates: ['2:9'] },
    { code: 'SYNTAX_ERROR', subgraphs: ['datai'] },
  ]);
});

it('says in which field a type is unknown', () => {
  const sdl = `${LINK}\n type Query { dayu: Missing }`;
  const [problem] = problemsOf(() => composeSupergraph([{ name: 'dayu', url: 'http://dayu.test', sdl }]));
  expect(problem).toMatchObject({
    code: 'INVALID_GRAPHQL',
    subgraphs: ['dayu'],
    coordinates: ['Query.dayu'],
  });
});

it('returns what composes but deserves a look', () => {
  const { warnings } = compose({ filter: 'since: String' });
  expect(warnings).toContainEqual(
    expect.objectContaining({ code: 'INCONSISTENT_INPUT_OBJECT_FIELD', coordinate: 'Filter.since' }),
  );
});

it('has a message with a sentence in Chinese and in English', () => {
  expect(() => compose({ kind: 'VIRTUAL' })).toThrow(
    /超图合成失败[^]*子图 chengzi、dayu，Kind\.VIRTUAL[^]*Subgraph chengzi, dayu/,
  );
});
