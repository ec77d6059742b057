import type {
  ApolloServerPlugin,
  BaseContext,
  GraphQLRequestContextDidResolveOperation,
} from '@apollo/server';
import type { DocumentNode, FieldNode, GraphQLError, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { fragmentsOf } from './document-size';
import { CLIENT_LIMITS } from './query-limits';
import { literalValue, LONGEST_PAGE, Sizes } from './query-size';
import { queryTooLarge, tooLarge } from './query-too-large';

/** Variables that a client sent with a document. */
export type GivenVariables = Readonly<Record<string, unknown>>;

/** An operation of a valid document, and what it is asked with. */
interface Asked {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: GivenVariables;
  readonly limit: number;
  /** Filled while measuring, for measuring again. */
  readonly counted: Map<FieldNode, number>;
}

/**
 * Refuses, before anything is executed, an operation whose answer could be so large that it would delay everybody
 * else: too many fields in all if every list had ten elements, and every page the length that the variables give it. How
 * much it costs depends on the variables, which rules of validation do not know.
 */
export function queryCostPlugin(limit: number): ApolloServerPlugin {
  // Without variables an operation costs the same each time; the server keeps the documents that come again.
  const passed = new WeakSet<OperationDefinitionNode>();
  // A subgraph and a gateway alike come by here with each request, and have executed nothing yet.
  const didResolveOperation = async ({
    schema,
    document,
    operation,
    request,
  }: GraphQLRequestContextDidResolveOperation<BaseContext>): Promise<void> => {
    if (!operation || passed.has(operation)) return;
    const asked = {
      schema,
      document,
      operation,
      variables: request.variables ?? {},
      limit,
      counted: new Map(),
    };
    const measured = measure(asked);
    if (measured.cost > limit) throw refusal(asked, measured);
    if (!operation.variableDefinitions?.length) passed.add(operation);
  };
  return { requestDidStart: async () => ({ didResolveOperation }) };
}

/** Cost of an operation of a valid document with these variables. */
export const costOf = (
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: GivenVariables,
): number =>
  measure({ schema, document, operation, variables, limit: CLIENT_LIMITS.cost, counted: new Map() }).cost;

interface Measured {
  readonly cost: number;
  readonly introspection: number;
}

function measure(
  { schema, document, operation, variables, limit, counted }: Asked,
  longestPage: number = Infinity,
): Measured {
  const fragments = fragmentsOf(document);
  const sizes = new Sizes({
    schema,
    limit,
    longestPage,
    counted,
    fragment: (name) => fragments.get(name),
    variable: (name) => {
      // Not what every object inherits.
      const given = Object.hasOwn(variables, name) ? variables[name] : undefined;
      if (given !== undefined) return given;
      const byDefault = operation.variableDefinitions?.find(
        ({ variable }) => variable.name.value === name,
      )?.defaultValue;
      return byDefault && literalValue(byDefault);
    },
  });
  const cost = sizes.of(operation.selectionSet, schema.getRootType(operation.operation));
  return { cost: Math.min(Math.ceil(cost), Number.MAX_SAFE_INTEGER), introspection: sizes.introspection };
}

function refusal(asked: Asked, { cost, introspection }: Measured): GraphQLError {
  const { limit, operation } = asked;
  const firstThatFits = longestThatFits(asked);
  const [zh, en] = wayOut(firstThatFits, introspection > limit / 2);
  const message = tooLarge(
    `代价 ${cost}，上限 ${limit}。${zh}`,
    `it costs ${cost}, and the limit is ${limit}. ${en}`,
  );
  return queryTooLarge(message, operation, {
    cost,
    limit,
    ...(firstThatFits !== undefined && { firstThatFits }),
  });
}

function wayOut(firstThatFits: number | undefined, isAboutSchema: boolean): readonly [string, string] {
  if (firstThatFits !== undefined)
    return [`请把 first 改为 ${firstThatFits} 或更小`, `Use first: ${firstThatFits} or less.`];
  if (isAboutSchema)
    return ['完整的模式每次只能查询一遍', 'Request the whole schema once per operation, and nothing else.'];
  return ['请减少嵌套的列表，或分成几次查询', 'Nest fewer lists, or split it into several queries.'];
}

/** The longest page with which an operation would pass, if each page were that long at most; undefined without any. */
function longestThatFits(asked: Asked): number | undefined {
  let [fits, tooLong] = [0, LONGEST_PAGE + 1];
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2);
    if (measure(asked, middle).cost <= asked.limit) fits = middle;
    else tooLong = middle;
  }
  return fits === 0 || fits === LONGEST_PAGE ? undefined : fits;
}
