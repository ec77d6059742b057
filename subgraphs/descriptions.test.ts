import { buildFederatedSchema } from '@mtg/subgraph-kit';
import { INSIGHT, STREETS } from '@mtg/subgraphs';
import {
  buildASTSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  parse,
  type GraphQLNamedType,
} from 'graphql';
import { datasets } from '../tests/support/bi-database';
import { DEFINITIONS } from '../tests/support/definitions';
import { insightSdl } from './insight/src';

/** Types and directives of federation and GraphQL; their words are not ours. */
const MACHINERY = /^(_.*|federation__.*|link__.*)$/;

/** Chinese first, since its first words head a BI column, then English. */
const CHINESE_THEN_ENGLISH = /^(“1\+X”)?\p{Script=Han}.* · .*[A-Za-z]/su;

interface Described {
  readonly at: string;
  readonly description: string | null | undefined;
}

const members = (type: GraphQLNamedType): Described[] => {
  if (isEnumType(type)) {
    return type
      .getValues()
      .map((value) => ({ at: `${type.name}.${value.name}`, description: value.description }));
  }
  if (isInputObjectType(type)) {
    return Object.values(type.getFields()).map((field) => ({
      at: `${type.name}.${field.name}`,
      description: field.description,
    }));
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  const fields = Object.values(type.getFields()).filter((field) => !MACHINERY.test(field.name));
  const fieldArguments = fields.flatMap((field) =>
    field.args.map(({ name, description }) => ({ at: `${type.name}.${field.name}(${name})`, description })),
  );
  return [
    ...fields.map(({ name, description }) => ({ at: `${type.name}.${name}`, description })),
    ...fieldArguments,
  ];
};

const SCHEMAS = [
  ...DEFINITIONS.map((definition) => ({
    name: definition.name,
    schema: () => buildFederatedSchema(definition).schema,
  })),
  {
    name: INSIGHT.name,
    schema: () => buildASTSchema(parse(insightSdl(datasets, STREETS)), { assumeValidSDL: true }),
  },
];

test.each(SCHEMAS)('$name: all that a reader of the schema meets is described', ({ schema }) => {
  const types = Object.values(schema().getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type) && !MACHINERY.test(type.name),
  );
  const described = types.flatMap((type) => [
    { at: type.name, description: type.description },
    ...members(type),
  ]);
  const wanting = described.filter(({ description }) => !CHINESE_THEN_ENGLISH.test(description ?? ''));
  expect(wanting).toEqual([]);
  expect(described.length).toBeGreaterThan(50);
});
