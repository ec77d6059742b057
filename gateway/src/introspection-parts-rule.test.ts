import { getIntrospectionQuery, getNamedType, introspectionTypes, isLeafType, isObjectType } from 'graphql';
import { withPlatform } from '../test-support/platform';

/** How to come to something of each type. */
const WAYS: Readonly<Record<string, (part: string) => string>> = {
  __Schema: (part) => `{ __schema { ${part} } }`,
  __Type: (part) => `{ __type(name: "DayuStreet") { ${part} } }`,
  __Field: (part) => `{ __type(name: "DayuStreet") { fields { ${part} } } }`,
  __InputValue: (part) => `{ __type(name: "DayuStreet") { fields { args { ${part} } } } }`,
  __EnumValue: (part) => `{ __type(name: "DayuStreet") { enumValues { ${part} } } }`,
  __Directive: (part) => `{ __schema { directives { ${part} } } }`,
};

/** All that GraphQL tells of a schema: each field, and each with each of its arguments. */
const parts = introspectionTypes.filter(isObjectType).flatMap((type) =>
  Object.values(type.getFields()).flatMap(({ name, args, type: of }) => {
    const below = isLeafType(getNamedType(of)) ? '' : ' { __typename }';
    return ['', ...args.map((argument) => `(${argument.name}: true)`)].map((given): [string, string] => [
      type.name,
      `${name}${given}${below}`,
    ]);
  }),
);

it('answers each part of introspection, or refuses it as a mistake of the request', async () => {
  const refused: string[] = [];
  await withPlatform({}, async ({ ask }) => {
    for (const [type, part] of parts) {
      const { status, errors } = await ask(WAYS[type]?.(part) ?? '');
      expect([type, part, status === 200 && errors ? 500 : status]).toEqual([type, part, errors ? 400 : 200]);
      if (!errors) continue;
      refused.push(`${type}.${part}`);
      expect(errors).toMatchObject([
        {
          message: expect.stringMatching(
            /网关不回答 .* · The gateway does not answer .*\. Remove it from the query/,
          ),
          extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
        },
      ]);
    }
    const { status } = await ask(getIntrospectionQuery({ oneOf: true }));
    expect(status).toBe(400);
  });
  expect(refused).toContain('__Type.isOneOf');
});
