import { getIntrospectionQuery } from 'graphql';
import { withPlatform } from '../test-support/platform';

const OFF = { introspection: false, browserPage: false };

it.each(['{ __schema { types { name } } }', '{ __type(name: "Street") { name } }', getIntrospectionQuery()])(
  'refuses queries about the schema unless they are turned on',
  async (query) => {
    await withPlatform(OFF, async ({ ask }) => {
      const { errors, status, data } = await ask(query);
      expect([status, data]).toEqual([400, undefined]);
      expect(errors).toMatchObject([
        {
          message: expect.stringMatching(/不开放模式查询.* · Introspection .*is turned off here/),
          extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
        },
      ]);
    });
    await withPlatform({}, async ({ ask }) => expect((await ask(query)).errors).toBeUndefined());
  },
);

it('still answers what type an object has', async () => {
  await withPlatform(OFF, async ({ ask }) => {
    const { data } = await ask('{ dayu { __typename } }');
    expect(data).toEqual({ dayu: { __typename: 'DayuStreet' } });
  });
});

it.each([
  ['a field', '{ dayu { cod } }'],
  ['an argument', '{ dayu { centers(kin: LOCAL) { name } } }'],
  ['a type', '{ streets { ... on DayuStreets { code } } }'],
  ['a type of a variable', 'query ($c: I) { street(code: $c) { code } }'],
  ['a value', '{ dayu { centers(kind: LOCALL) { name } } }'],
])('does not say what was meant by the name of %s unless turned on', async (_what, query) => {
  await withPlatform(OFF, async ({ ask }) => {
    const { errors } = await ask(query);
    expect(errors?.length).toBeGreaterThan(0);
    expect(JSON.stringify(errors)).not.toMatch(/did you mean/i);
  });
});

it('says what was meant where that is turned on', async () => {
  await withPlatform({}, async ({ ask }) => {
    expect(JSON.stringify((await ask('{ dayu { cod } }')).errors)).toContain('Did you mean');
  });
});

it('gives browsers no page unless it is turned on', async () => {
  await withPlatform(OFF, async ({ gateway }) => {
    const page = await fetch(`${gateway.address}/graphql`, { headers: { accept: 'text/html' } });
    expect(page.headers.get('content-type')).not.toContain('text/html');
    expect(await page.text()).not.toContain('graphiql');
  });
});
