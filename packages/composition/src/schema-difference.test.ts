import { schemaDifference } from './schema-difference';

const BASE = `
  """某街道 · The street ANY_STREET."""
  type AnyStreet @key(fields: "code") { "Code of ANY_STREET" code: ID!  name: String! }
  type Order { id: ID! }
  enum State { OPEN CLOSED }
`;
const DAYU = { AnyStreet: 'DayuStreet', ANY_STREET: 'DAYU', 某街道: '大峪街道' };

const dayu = (change: (sdl: string) => string): string =>
  change(Object.entries(DAYU).reduce((sdl, [from, to]) => sdl.replaceAll(from, to), BASE));

test('schemas that differ in names, layout and order do not differ', () => {
  expect(
    schemaDifference(
      BASE,
      dayu((sdl) => sdl),
      DAYU,
    ),
  ).toBe('');
  const reordered = dayu(
    (sdl) => `enum State { OPEN CLOSED }\n${sdl.replace('enum State { OPEN CLOSED }', '')}`,
  );
  expect(schemaDifference(BASE, reordered.replace('id: ID!', 'id:ID!'), DAYU)).toBe('');
});

test('a type of its own is printed whole', () => {
  const own = dayu((sdl) => `${sdl} type Pier { length: Int }`);
  expect(schemaDifference(BASE, own, DAYU)).toBe('type Pier {\n  length: Int\n}');
});

test('a further field extends its type', () => {
  const own = dayu((sdl) => sdl.replace('name: String!', 'name: String! pier: Int'));
  expect(schemaDifference(BASE, own, DAYU)).toBe('extend type DayuStreet {\n  pier: Int\n}');
});

test.each([
  ['a field of another type', 'name: String!', 'name: String'],
  ['a field with other words', '"Code of DAYU"', '"Its code"'],
  ['another directive', '@key(fields: "code")', '@key(fields: "name")'],
  ['a field that is lacking', 'name: String!', ''],
])('%s shows the whole type', (_, from, to) => {
  const own = dayu((sdl) => sdl.replace(from, to));
  expect(schemaDifference(BASE, own, DAYU)).toMatch(/^"""\n?大峪街道[^]*type DayuStreet @key[^]*code: ID!/);
});

test('a type that is lacking, and an enum that differs, are named', () => {
  const own = dayu((sdl) => sdl.replace('type Order { id: ID! }', '').replace('CLOSED', 'CLOSED LOST'));
  expect(schemaDifference(BASE, own, DAYU)).toBe(
    '# lacks ObjectTypeDefinition Order\n\nenum State {\n  OPEN\n  CLOSED\n  LOST\n}',
  );
});
