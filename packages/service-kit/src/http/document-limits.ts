import type { ApolloServerPlugin } from '@apollo/server';
import { Kind, parse, type DocumentNode, type GraphQLError } from 'graphql';
import { DocumentSizes, fragmentsOf, valueLevels } from './document-size';
import { commandsProblem } from './one-command';
import { VALUE_LEVELS, type QueryLimits } from './query-limits';
import { queryTooLarge, tooLarge } from './query-too-large';

/** Stand-in for a document that is too large to be validated. */
const STAND_IN = '{ __typename }';

/** A document that was refused, and why. */
interface Refused {
  readonly document: DocumentNode;
  readonly error: GraphQLError;
}

/**
 * Refuses a document that is too large, or has several commands, before it is validated and planned: both compare every field with every other one of
 * the same name, and would delay all other clients for seconds.
 *
 * Apollo Server has no hook that may refuse between parsing and validation, so the document is taken out of its hands in
 * between, and given back with the refusal. The server remembers what it validated; by the stand-in it remembers the refusal.
 */
export function documentLimitsPlugin(limits: QueryLimits): ApolloServerPlugin {
  const refused = new WeakMap<DocumentNode, Refused>();
  return {
    requestDidStart: async () => ({
      parsingDidStart: async (request) => async () => {
        const document = request.document;
        const error = document && (documentProblem(document, limits) ?? commandsProblem(document));
        if (!error) return;
        const standIn = parse(STAND_IN);
        refused.set(standIn, { document, error });
        replaceDocument(request, standIn);
      },
      didResolveOperation: async (request) => {
        const found = refused.get(request.document);
        if (!found) return;
        replaceDocument(request, found.document);
        throw found.error;
      },
    }),
  };
}

/** Apollo's types say that a plugin only reads it; the server reads it anew after each hook. */
const replaceDocument = (request: { readonly document?: DocumentNode }, document: DocumentNode): void => {
  (request as { document: DocumentNode }).document = document;
};

/** The first respect in which a document is too large, said of the definition that is. */
export function documentProblem(document: DocumentNode, limits: QueryLimits): GraphQLError | undefined {
  const sizes = new DocumentSizes(fragmentsOf(document));
  for (const definition of document.definitions) {
    // A type definition, which is refused elsewhere.
    if (!('selectionSet' in definition) || !definition.selectionSet) continue;
    const { selections, depth } = sizes.of(definition.selectionSet);
    const refuse = (size: number, limit: number, zh: string, en: string): GraphQLError =>
      queryTooLarge(tooLarge(zh, en), definition, { cost: size, limit });
    if (selections > limits.selections) {
      return refuse(
        selections,
        limits.selections,
        `字段和片段 ${selections} 个，最多 ${limits.selections} 个`,
        `it has ${selections} fields and fragments (at most ${limits.selections})`,
      );
    }
    if (depth > limits.depth) {
      return refuse(
        depth,
        limits.depth,
        `嵌套 ${depth} 层，最多 ${limits.depth} 层`,
        `it is ${depth} levels deep (at most ${limits.depth})`,
      );
    }
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const roots = sizes.rootFields(definition.selectionSet);
    if (roots > limits.rootFields) {
      return refuse(
        roots,
        limits.rootFields,
        `根字段 ${roots} 个，最多 ${limits.rootFields} 个`,
        `it has ${roots} root fields (at most ${limits.rootFields})`,
      );
    }
  }
  const levels = valueLevels(document);
  if (levels <= VALUE_LEVELS) return undefined;
  return queryTooLarge(
    tooLarge(
      `值嵌套 ${levels} 层，最多 ${VALUE_LEVELS} 层`,
      `a value is ${levels} levels deep (at most ${VALUE_LEVELS})`,
    ),
    document,
    { cost: levels, limit: VALUE_LEVELS },
  );
}
