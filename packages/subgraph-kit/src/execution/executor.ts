import {
  execute,
  getVariableValues,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { compileQuery, type CompiledQuery } from './compile';
import { isPromise, type Run } from './run';

/** An operation of a valid document, and what it is executed with. */
export interface Execution {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: unknown;
}

/**
 * Executes operations like graphql-js, which it leaves commands to. A query is compiled once; the server keeps the
 * documents that come again, and what was made of them lasts as long.
 *
 * @example
 * const execute = createExecutor(schema);
 * const { data, errors } = await execute({ document, operation, variables: {}, context });
 */
export function createExecutor(
  schema: GraphQLSchema,
): (execution: Execution) => ExecutionResult | Promise<ExecutionResult> {
  const compiled = new WeakMap<OperationDefinitionNode, CompiledQuery | null>();
  return ({ document, operation, variables, context }) => {
    let query = compiled.get(operation);
    if (query === undefined) {
      query = compileQuery(schema, document, operation) ?? null;
      compiled.set(operation, query);
    }
    if (!query) {
      return execute({
        schema,
        document,
        contextValue: context,
        variableValues: variables,
        operationName: operation.name?.value,
      });
    }
    const given = getVariableValues(schema, operation.variableDefinitions ?? [], variables, {
      maxErrors: 50,
    });
    if (given.errors) return { errors: given.errors };
    const { fragments } = query;
    return answerTo(query, {
      context,
      info: { schema, fragments, rootValue: undefined, operation, variableValues: given.coerced },
      errors: [],
    });
  };
}

function answerTo(query: CompiledQuery, run: Run): ExecutionResult | Promise<ExecutionResult> {
  const withErrors = (data: unknown): ExecutionResult =>
    // What is made of a root type is an object.
    ({ ...(run.errors.length > 0 && { errors: run.errors }), data: data as Record<string, unknown> | null });
  const failed = (error: unknown): ExecutionResult => {
    run.errors.push(error as GraphQLError); // `settle` throws no others
    return withErrors(null);
  };
  try {
    const made = query.make(run, undefined, undefined);
    return isPromise(made) ? made.then(withErrors, failed) : withErrors(made);
  } catch (error) {
    return failed(error);
  }
}
