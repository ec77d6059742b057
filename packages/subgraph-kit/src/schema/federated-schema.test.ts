import 'reflect-metadata';
import { refuse } from '@mtg/service-kit';
import { graphql, isObjectType } from 'graphql';
import { Directive, Field, ID, ObjectType, Query, Resolver } from 'type-graphql';
import { buildFederatedSchema } from './federated-schema';
import { createStreetInterface, createStreetObject, streetReferences } from './street';

const NORTH = { code: 'NORTH', title: '北街道', typeName: 'NorthStreet', divisionCode: '110109001' };
const SOUTH = { code: 'SOUTH', title: '南街道', typeName: 'SouthStreet', divisionCode: '110109002' };
const Street = createStreetInterface();
const NorthStreet = createStreetObject(Street, NORTH);
const SouthStreet = createStreetObject(Street, SOUTH);

@Directive('@key(fields: "code")')
@ObjectType({ description: '物件 · A thing' })
class Thing {
  @Field(() => ID, { description: '代码 · Code' })
  code: string;

  @Field(() => String, { name: 'title', nullable: true, description: '名称 · Title' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: '说明 · Note' })
  note(): string {
    return `note on ${this.code}`;
  }
}

@Resolver()
class RootResolver {
  @Query(() => Thing, { nullable: true, description: '物件 · A thing' })
  thing(): Thing {
    return Object.assign(new Thing(), { code: 'A', name: 'a thing' });
  }
}

const build = (orphanedTypes = [NorthStreet]) =>
  buildFederatedSchema({
    resolvers: [RootResolver],
    orphanedTypes,
    referenceResolvers: {
      ...streetReferences(NORTH, NorthStreet),
      // Throws at once, not in a promise.
      Thing: ({ code }) => {
        if (code === 'B') throw refuse.inWords('NOT_FOUND', '没有 · none');
        return { code };
      },
    },
  });

const entities = (representations: readonly object[]) =>
  graphql({
    schema: build().schema,
    source: `query ($representations: [_Any!]!) {
      _entities(representations: $representations) { __typename ... on Thing { code } ... on NorthStreet { name } }
    }`,
    variableValues: { representations },
  });

test('a reference that is refused leaves the others of its batch whole', async () => {
  const { data, errors } = await entities([
    { __typename: 'Thing', code: 'A' },
    { __typename: 'Thing', code: 'B' },
    { __typename: 'NorthStreet', code: 'NORTH' },
    { __typename: 'NorthStreet', code: 'SOUTH' },
  ]);
  expect(data).toEqual({
    _entities: [
      { __typename: 'Thing', code: 'A' },
      null,
      { __typename: 'NorthStreet', name: '北街道' },
      null,
    ],
  });
  expect(errors?.map(({ path, extensions }) => [path, extensions['code']])).toEqual([
    [['_entities', 1], 'NOT_FOUND'],
    [['_entities', 3], 'NOT_FOUND'],
  ]);
});

test.each([
  ['no entity', { __typename: 'PageInfo' }, 'representations.1.__typename'],
  ['the query itself', { __typename: 'Query' }, 'representations.1.__typename'],
  ['an unknown type', { __typename: 'Nothing' }, 'representations.1.__typename'],
  ['a number for a type', { __typename: 5 }, 'representations.1.__typename'],
  ['no type', { code: 'A' }, 'representations.1.__typename'],
  ['what every object inherits', { __typename: 'constructor' }, 'representations.1.__typename'],
  ['a text', 'Thing', 'representations.1'],
  ['a list', [{ __typename: 'Thing' }], 'representations.1'],
])('a reference to %s is refused by its place', async (_, wrong, field) => {
  const { data, errors } = await entities([{ __typename: 'Thing', code: 'A' }, wrong as object]);
  expect(data).toBeNull();
  expect(errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'BAD_USER_INPUT', field }]);
  expect(errors?.[0]?.message).toMatch(/^representations\.1.*：.* · /u);
});

test('only the given types enter, so that several subgraphs live in one process', () => {
  expect(build([NorthStreet]).sdl).not.toContain('SouthStreet');
  expect(build([NorthStreet, SouthStreet]).sdl).toContain('type SouthStreet implements Street');
});

test('the SDL is the same at each build, links federation and keeps the directives', () => {
  const { sdl } = build();
  expect(build().sdl).toBe(sdl);
  expect(sdl).toMatch(/^extend schema @link\(url: "https:\/\/specs\.apollo\.dev\/federation\/v2\.9"/);
  expect(sdl).toContain('type NorthStreet implements Street @key(fields: "code")');
  expect(sdl).toContain('divisionCode: String! @shareable');
  expect(sdl).not.toMatch(/^schema \{/m);
});

test('a plain interface: its implementations are entities, it is not', () => {
  expect(build().sdl).toMatch(/^interface Street \{/m);
});

test('a field that only reads its property costs no function; others keep theirs', async () => {
  const { schema } = build();
  const type = schema.getType('Thing');
  const fields = isObjectType(type) ? Object.values(type.getFields()) : [];
  expect(fields.map(({ name, resolve }) => [name, resolve !== undefined])).toEqual([
    ['code', false],
    ['title', true],
    ['note', true],
  ]);
  const { data } = await graphql({ schema, source: '{ thing { code title note } }' });
  expect(data).toEqual({ thing: { code: 'A', title: 'a thing', note: 'note on A' } });
});
