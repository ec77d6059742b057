import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildASTSchema, parse, validate } from 'graphql';
import { withPlatform } from '../test-support/platform';
import { keyAliasRule } from './key-alias-rule';

const supergraph = readFileSync(join(__dirname, '../supergraph.graphql'), 'utf8');
const schema = buildASTSchema(parse(supergraph), { assumeValid: true, assumeValidSDL: true });
const refusals = (query: string) =>
  validate(schema, parse(query), [keyAliasRule(schema)]).map(({ message }) => message);

it.each([
  ['on an interface', '{ streets { code: name communities { code } } }'],
  ['on a street', '{ dayu { code: divisionCode } }'],
  ['in a fragment', '{ streets { ...S } } fragment S on ChengziStreet { code: name }'],
  ['of another name', '{ district { baseTasks { byCenterType { centerType: namedCount } } } }'],
  ['for the name of the type', '{ streets { __typename: name } }'],
])('refuses the name of a key for another field, %s', (_what, query) => {
  expect(refusals(query)).toEqual([expect.stringMatching(/请为 \w+ 换一个别名 · .*Choose another alias/)]);
});

it.each([
  ['the key itself', '{ streets { code: code key: code __typename: __typename } }'],
  ['a type without a key', '{ dayu { communities { code: name } } }'],
])('leaves %s alone', (_what, query) => {
  expect(refusals(query)).toEqual([]);
});

it('is a rule of the gateway', async () => {
  await withPlatform({}, async ({ ask }) => {
    const { data, errors } = await ask('{ streets { code: name centers { name } } }');
    expect(data ?? null).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
    expect(errors?.[0]?.message).toContain('请为 name 换一个别名');
  });
});
