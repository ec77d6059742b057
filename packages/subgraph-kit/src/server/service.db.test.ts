import { authenticate } from '../../../../tests/support/tokens';
import { Ctx, Field, ObjectType, Query, Resolver } from 'type-graphql';
import { ask, startTestSubgraph, type TestSubgraph } from '../../../../tests/support/test-subgraph';
import { forwardTo } from '../../test-support/forward';
import { connectTo, Place, Places1700000000001, place, placeSet, silent } from '../../test-support/places';
import { ReferenceLoad1700000000000 } from '../reference/1700000000000-reference-load';
import { ReferenceLoad } from '../reference/reference-load';
import type { SubgraphContext } from '../context/context';
import type { SubgraphDefinition } from './definition';
import { serveSubgraph } from './service';

@ObjectType({ description: '回声 · Echo' })
class Echo {
  @Field(() => String, { nullable: true, description: '文字 · Text' })
  text: string | null;
}

@Resolver()
class EchoResolver {
  @Query(() => Echo, { nullable: true, description: '地方 · Places' })
  async places(@Ctx() { database, requestId }: SubgraphContext): Promise<Echo> {
    const [row]: { count: string }[] = await database.query('SELECT count(*) FROM place');
    return { text: `${requestId} ${row?.count}` };
  }

  @Query(() => Echo, { nullable: true, description: '错误 · Error' })
  async broken(@Ctx() { database }: SubgraphContext): Promise<Echo> {
    await database.query('SELECT secret FROM nowhere');
    return { text: null };
  }
}

const definition: SubgraphDefinition = {
  name: 'north',
  title: '北街道',
  street: 'NORTH',
  defaultPort: 0,
  entities: [ReferenceLoad, Place],
  migrations: [ReferenceLoad1700000000000, Places1700000000001],
  resolvers: [EchoResolver],
  orphanedTypes: [],
  referenceResolvers: {},
  referenceSets: () => [placeSet(place('A'), place('B'))],
};

let subgraph: TestSubgraph;
beforeEach(async () => (subgraph = await startTestSubgraph(definition)));
afterEach(() => subgraph.close());

const ready = async (address: string) => {
  const response = await fetch(`${address}/readyz`);
  return [response.status, await response.json()];
};

test('serves over its database, and is ready', async () => {
  expect(await subgraph.ask('{ places { text } }')).toEqual({
    data: { places: { text: expect.stringMatching(/^[0-9a-f-]{36} 2$/) } },
  });
  expect(await ready(subgraph.address)).toEqual([
    200,
    { status: 'ready', parts: { database: 'ready', storage: 'ready' } },
  ]);
});

test('a fault in a statement is an internal error and shows nothing of it', async () => {
  const answer = await subgraph.ask('{ broken { text } places { text } }');
  expect(answer).toMatchObject({
    data: { broken: null, places: { text: expect.any(String) } },
    errors: [
      { path: ['broken'], extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: expect.any(String) } },
    ],
  });
  expect(JSON.stringify(answer)).not.toMatch(/secret|nowhere|SELECT|node_modules/);
});

test('without its database the street is named as away; with it again it answers again', async () => {
  const way = await forwardTo(subgraph.store.url);
  await way.open();
  const database = await connectTo(way.url, definition.entities, []);
  const own = await serveSubgraph(
    definition,
    database,
    silent,
    { host: '127.0.0.1', port: 0 },
    { authenticate },
  );
  try {
    expect(await ask(own.address, '{ places { text } }')).toMatchObject({ data: { places: {} } });
    way.hangUp();
    const answer = await ask(own.address, '{ places { text } }');
    expect(answer).toMatchObject({
      data: { places: null },
      errors: [
        {
          message: expect.stringContaining('北街道'),
          path: ['places'],
          extensions: { code: 'SUBGRAPH_UNAVAILABLE', street: 'NORTH', subgraph: 'north' },
        },
      ],
    });
    expect(JSON.stringify(answer)).not.toMatch(/127\.0\.0\.1|ECONN|test_/);
    expect(await ready(own.address)).toEqual([
      503,
      { status: 'unavailable', parts: { database: 'unavailable', storage: 'unavailable' } },
    ]);
    await way.open();
    expect(await ready(own.address)).toEqual([
      200,
      { status: 'ready', parts: { database: 'ready', storage: 'ready' } },
    ]);
    expect(await ask(own.address, '{ places { text } }')).toMatchObject({ data: { places: {} } });
  } finally {
    await own.stop();
    await way.cut();
  }
});

test('without the issuer of tokens it serves on, and says that it needs attention', async () => {
  const another = await startTestSubgraph(definition, { issuerAnswers: () => Promise.resolve(false) });
  try {
    expect(await ready(another.address)).toEqual([
      200,
      {
        status: 'degraded',
        parts: { database: 'ready', storage: 'ready', issuer: 'degraded' },
        reasons: { issuer: expect.stringContaining('no keys') },
      },
    ]);
    expect(await another.ask('{ places { text } }')).toMatchObject({ data: { places: {} } });
  } finally {
    await another.close();
  }
});
