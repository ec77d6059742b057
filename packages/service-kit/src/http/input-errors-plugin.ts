import type { ApolloServerPlugin } from '@apollo/server';
import {
  getVariableValues,
  isRequiredArgument,
  Kind,
  TypeInfo,
  typeFromAST,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FieldNode,
  type GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  type NamedTypeNode,
  type OperationDefinitionNode,
  type ValueNode,
  type VariableDefinitionNode,
} from 'graphql';
import type { PublicError } from '../errors/public-error';
import { refuse } from '../errors/refuse';
import { mayHoldInfinite } from './infinite-number';
import { givenAsJson, givenInDocument } from './given-value';
import { MISSING, problemsOf, type InputProblem, type SchemaShown } from './input-problems';
import { problemsOfNulls } from './null-variables';
import type { GivenVariables } from './query-cost';
import { holdsUnstorable, mayHoldUnstorable } from './unstorable-text';

/**
 * Says of a value that does not fit its type what commands say of one that does not fit themselves: BAD_USER_INPUT, with
 * the path of the field. GraphQL has another code for a value in the document than for one among the variables, and
 * names the path of neither.
 */
export const inputErrorsPlugin = (shown: SchemaShown): ApolloServerPlugin => ({
  requestDidStart: async () => ({
    didResolveOperation: async ({ schema, document, operation, request }) => {
      if (!operation) return;
      const problems = [
        ...problemsOfVariables(schema, document, operation, request.variables ?? {}, shown),
        ...(mayHoldUnreadable(request.query ?? '')
          ? problemsOfDocument(schema, document, shown).problems
          : []),
      ];
      if (problems.length > 0) throw badInput(problems);
    },
    willSendResponse: async ({ schema, document, operation, errors, response }) => {
      // A request that reached an operation has a valid document.
      if (!document || operation || !errors || response.body.kind !== 'single') return;
      const { problems, nodes } = problemsOfDocument(schema, document, shown);
      if (problems.length === 0) return;
      const { singleResult } = response.body;
      const others = singleResult.errors?.filter((_, index) => !isAbout(errors[index], nodes)) ?? [];
      if (others.length === singleResult.errors?.length) return;
      const { message, extensions } = badInput(problems);
      const { http: _, ...rest } = extensions;
      singleResult.errors = [{ message, extensions: rest }, ...others];
    },
  }),
});

/** Values that GraphQL takes for valid, and nothing behind it can read. */
const mayHoldUnreadable = (query: string): boolean => mayHoldUnstorable(query) || mayHoldInfinite(query);

/** Nothing was executed, so there is no data to send. */
const badInput = (problems: readonly InputProblem[]): PublicError =>
  refuse.inWords('BAD_USER_INPUT', problems.map(({ field, message }) => `${field}：${message}`).join('\n'), {
    field: problems[0]?.field,
    http: { status: 400 },
  });

/** Problems of the variables, by their place in the document. */
function problemsOfVariables(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: GivenVariables,
  shown: SchemaShown,
): readonly InputProblem[] {
  const { variableDefinitions = [] } = operation;
  // What is not declared is not used.
  if (variableDefinitions.length === 0) return [];
  const { errors } = getVariableValues(schema, variableDefinitions, variables, { maxErrors: 1 });
  const places = placesOfVariables(document);
  if (!errors && !holdsUnstorable(variables)) {
    return problemsOfNulls(schema, document, operation, variables, places);
  }
  return variableDefinitions.flatMap(({ variable, type: typeNode, defaultValue }) => {
    const name = variable.name.value;
    const type = typeFromAST(schema, typeNode as NamedTypeNode) as GraphQLInputType | undefined;
    const place = places.get(name) ?? name;
    if (!type) return [];
    if (Object.hasOwn(variables, name)) return problemsOf(givenAsJson(variables[name]), type, place, shown);
    const missing = typeNode.kind === Kind.NON_NULL_TYPE && !defaultValue;
    return missing ? [{ field: place, message: `${MISSING} ($${name})` }] : [];
  });
}

/** By document, since the server keeps those that come again. */
const knownPlaces = new WeakMap<DocumentNode, ReadonlyMap<string, string>>();

/** The first place of each variable, e.g. `input.title`. */
function placesOfVariables(document: DocumentNode): ReadonlyMap<string, string> {
  const known = knownPlaces.get(document);
  if (known) return known;
  const places = new Map<string, string>();
  const note = (value: ValueNode, path: string): void => {
    if (value.kind === Kind.VARIABLE) {
      if (!places.has(value.name.value)) places.set(value.name.value, path);
    } else if (value.kind === Kind.LIST) {
      value.values.forEach((each, index) => note(each, `${path}.${index}`));
    } else if (value.kind === Kind.OBJECT) {
      for (const { name, value: each } of value.fields) note(each, `${path}.${name.value}`);
    }
  };
  visit(document, {
    Argument: ({ name, value }) => {
      note(value, name.value);
      return false;
    },
  });
  knownPlaces.set(document, places);
  return places;
}

/** Problems of the values in a document, and the fields whose arguments they are. */
function problemsOfDocument(
  schema: GraphQLSchema,
  document: DocumentNode,
  shown: SchemaShown,
): { readonly problems: readonly InputProblem[]; readonly nodes: ReadonlySet<unknown> } {
  const problems: InputProblem[] = [];
  const nodes = new Set<unknown>();
  const types = new TypeInfo(schema);
  const enter = (field: FieldNode): void => {
    const given = field.arguments ?? [];
    const found = (types.getFieldDef()?.args ?? []).flatMap((known) => {
      const argument = given.find(({ name }) => name.value === known.name);
      if (argument) return problemsOf(givenInDocument(argument.value), known.type, known.name, shown);
      return isRequiredArgument(known) ? [{ field: known.name, message: MISSING }] : [];
    });
    if (found.length === 0) return;
    problems.push(...found);
    nodes.add(field);
    for (const { value } of given) visit(value, { enter: (node) => void nodes.add(node) });
  };
  const enterDefault = ({ variable, type: typeNode, defaultValue }: VariableDefinitionNode): void => {
    const type = typeFromAST(schema, typeNode as NamedTypeNode) as GraphQLInputType | undefined;
    if (!type || !defaultValue) return;
    const { value: name } = variable.name;
    const place = placesOfVariables(document).get(name) ?? name;
    const found = problemsOf(givenInDocument(defaultValue), type, place, shown);
    problems.push(...found);
    if (found.length > 0) visit(defaultValue, { enter: (node) => void nodes.add(node) });
  };
  visit(
    document,
    visitWithTypeInfo(types, { Field: { enter }, VariableDefinition: { enter: enterDefault } }),
  );
  return { problems, nodes };
}

/** True if GraphQL's error speaks of one of these values, or of an argument that is not there. */
function isAbout(error: GraphQLError | undefined, nodes: ReadonlySet<unknown>): boolean {
  const [node] = error?.nodes ?? [];
  if (!node || !nodes.has(node)) return false;
  return node.kind !== Kind.FIELD || / argument ".*" of type ".*" is required/.test(error?.message ?? '');
}
