import 'reflect-metadata';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync, type NonEmptyArray } from 'type-graphql';
import type { Class } from '../database/class';
import { checkRepresentations } from './check-representations';
import { zhEn } from './descriptions';
import { addFederation, LINK, serviceSdl } from './federation-parts';
import { acceptPlainRows, attachResolvers, type FieldResolvers } from './field-resolvers';
import { leavePlainFieldsToGraphQL } from './plain-fields';
import { attachReferences, type ReferenceResolvers } from './references';
import { DateTime } from './scalars';

export interface FederatedSchemaParts {
  readonly resolvers: readonly Class[];
  /** Types that are reached only through an interface or a reference from another subgraph. */
  readonly orphanedTypes: readonly Class[];
  readonly referenceResolvers: ReferenceResolvers;
  /** Resolvers of fields without a method in a class of `resolvers`. */
  readonly fieldResolvers?: FieldResolvers;
}

export interface FederatedSchema {
  readonly schema: GraphQLSchema;
  /** The SDL as it is committed and composed; stable from build to build. */
  readonly sdl: string;
}

/** Schemas of this process, by their resolvers. */
const built = new WeakMap<
  FederatedSchemaParts['resolvers'],
  { readonly parts: FederatedSchemaParts; readonly schema: FederatedSchema }
>();

/** Returns the schema of a subgraph, built once per process. */
export function buildFederatedSchema(parts: FederatedSchemaParts): FederatedSchema {
  const { resolvers, orphanedTypes, referenceResolvers } = parts;
  const known = built.get(resolvers);
  const isKnown =
    known?.parts.orphanedTypes === orphanedTypes && known.parts.referenceResolvers === referenceResolvers;
  if (isKnown) return known.schema;
  const schema = build(parts);
  built.set(resolvers, { parts, schema });
  return schema;
}

/** A list for type-graphql, which asks for each field and each resolver of a field whether its class is in it: 0.3 s of a street's start. */
function askedOften(classes: readonly Class[]): readonly Class[] {
  const known = new Set(classes);
  return Object.assign([...classes], { includes: (one: Class) => known.has(one) });
}

/**
 * Builds a subgraph's schema from type-graphql classes. Only the given resolvers and types enter, so that several
 * subgraphs can live in one process (see `autoRegisterImplementations: false` on the interfaces).
 */
function build(parts: FederatedSchemaParts): FederatedSchema {
  leavePlainFieldsToGraphQL();
  const own = buildSchemaSync({
    // A subgraph has a resolver at least: that of its root.
    resolvers: askedOften(parts.resolvers) as unknown as NonEmptyArray<Class>,
    orphanedTypes: [...parts.orphanedTypes],
    scalarsMap: [{ type: Date, scalar: DateTime }],
    // Arguments are checked by the modules, with sentences of their own.
    validate: false,
    // It would ask the schema for itself. Composition checks it, and the first request.
    skipCheck: true,
  });
  describeRoots(own);
  const schema = addFederation(
    own,
    once(() => serviceSdl(federated.sdl)),
  );
  attachReferences(schema, parts.referenceResolvers);
  attachResolvers(schema, parts.fieldResolvers ?? {});
  acceptPlainRows(schema);
  checkRepresentations(schema);
  const print = once(() => printSdl(own));
  const federated: FederatedSchema = {
    schema,
    get sdl() {
      return print();
    },
  };
  return federated;
}

const printSdl = (schema: GraphQLSchema): string =>
  `${LINK}\n\n${printSchemaWithDirectives(schema).replace(/^schema \{[^}]*\}\s*/m, '')}\n`;

/** Keeps the answer of what takes long and is seldom asked for. */
function once(make: () => string): () => string {
  let made: string | undefined;
  return () => (made ??= make());
}

/** type-graphql makes the root types itself and gives them no description. */
function describeRoots(schema: GraphQLSchema): void {
  const query = schema.getQueryType();
  if (query) query.description = zhEn('查询', 'Queries');
  const mutation = schema.getMutationType();
  if (mutation) mutation.description = zhEn('操作', 'Commands');
}
