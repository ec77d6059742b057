import 'reflect-metadata';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { parse, type GraphQLSchema } from 'graphql';
import { acceptPlainRows, attachResolvers, type FieldResolvers } from './field-resolvers';
import { DateTime } from './scalars';
import { buildSchemaSync, createResolversMap, type NonEmptyArray } from 'type-graphql';
import type { Class } from '../database/data-source';
import type { SubgraphContext } from '../server/context';
import { checkRepresentations } from './check-representations';
import { zhEn } from './descriptions';
import { leavePlainFieldsToGraphQL } from './plain-fields';

/** Federation 2 as the gateway understands it; only the directives that some subgraph uses. */
const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@inaccessible"])';

/** Finds the object that a reference from another subgraph names; by the type's name. */
export type ReferenceResolvers = Readonly<
  Record<string, (reference: Readonly<Record<string, unknown>>, context: SubgraphContext) => unknown>
>;

export interface FederatedSchemaParts {
  readonly resolvers: readonly Class[];
  /** Types that are reached only through an interface or a reference from another subgraph. */
  readonly orphanedTypes: readonly Class[];
  readonly referenceResolvers: ReferenceResolvers;
  /** What fields resolve to that no class of `resolvers` has a method for. */
  readonly fieldResolvers?: FieldResolvers;
}

export interface FederatedSchema {
  readonly schema: GraphQLSchema;
  /** The SDL as it is committed and composed; stable from build to build. */
  readonly sdl: string;
}

/** Schemas of this process, by their resolvers. */
const built = new WeakMap<FederatedSchemaParts['resolvers'], FederatedSchemaParts & FederatedSchema>();

/** Returns the schema of a subgraph, built once per process. */
export function buildFederatedSchema(parts: FederatedSchemaParts): FederatedSchema {
  const { resolvers, orphanedTypes, referenceResolvers } = parts;
  const known = built.get(resolvers);
  if (known?.orphanedTypes === orphanedTypes && known.referenceResolvers === referenceResolvers) return known;
  const schema = build(parts);
  built.set(resolvers, { resolvers, orphanedTypes, referenceResolvers, ...schema });
  return schema;
}

/**
 * Builds a subgraph's schema from type-graphql classes. Only the given resolvers and types enter, so that several
 * subgraphs can live in one process (see `autoRegisterImplementations: false` on the interfaces).
 */
function build(parts: FederatedSchemaParts): FederatedSchema {
  leavePlainFieldsToGraphQL();
  const schema = buildSchemaSync({
    resolvers: [...parts.resolvers] as unknown as NonEmptyArray<Class>,
    orphanedTypes: [...parts.orphanedTypes],
    scalarsMap: [{ type: Date, scalar: DateTime }],
    // Arguments are checked by the modules, with sentences of their own.
    validate: false,
  });
  describeRoots(schema);
  const sdl = `${LINK}\n\n${printSchemaWithDirectives(schema).replace(/^schema \{[^}]*\}\s*/m, '')}\n`;
  const resolvers = createResolversMap(schema) as Record<string, Record<string, unknown>>;
  for (const [typeName, resolve] of Object.entries(parts.referenceResolvers)) {
    // Async, so that one reference that is refused does not take the others of its batch along.
    const resolveReference = async (...args: Parameters<typeof resolve>) => resolve(...args);
    resolvers[typeName] = { ...resolvers[typeName], __resolveReference: resolveReference };
  }
  const federated = buildSubgraphSchema({ typeDefs: parse(sdl), resolvers: resolvers as never });
  attachResolvers(federated, parts.fieldResolvers ?? {});
  acceptPlainRows(federated);
  checkRepresentations(federated);
  return { schema: federated, sdl };
}

/** type-graphql makes the root types itself and gives them no description. */
function describeRoots(schema: GraphQLSchema): void {
  const query = schema.getQueryType();
  if (query) query.description = zhEn('查询', 'Queries');
  const mutation = schema.getMutationType();
  if (mutation) mutation.description = zhEn('操作', 'Commands');
}
