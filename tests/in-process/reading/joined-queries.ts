import { Kind, parse, type GraphQLSchema } from 'graphql';
import { costOf } from '../../../packages/service-kit/src/http/query-cost';
import { SUBGRAPH_LIMITS } from '../../../packages/service-kit/src/http/query-limits';

/** Below what a subgraph answers, so that some of the 250 statements of an operation stay free. */
const LIMITS = { cost: SUBGRAPH_LIMITS.cost * 0.9, rootFields: SUBGRAPH_LIMITS.rootFields * 0.9 };

interface Joined {
  readonly fields: string[];
  cost: number;
}

/**
 * Joins queries of one root field each, under aliases, into as few operations as a subgraph answers. The answers say the same, and
 * most of what a small query costs is the request around it.
 */
export function joinedQueries(schema: GraphQLSchema, queries: readonly string[]): readonly string[] {
  const all: Joined[] = [];
  const dearestFirst = queries
    .map((query) => ({ query, cost: queryCost(schema, query) }))
    .toSorted((one, other) => other.cost - one.cost);
  for (const { query, cost } of dearestFirst) {
    const free = all.find(
      (each) => each.cost + cost <= LIMITS.cost && each.fields.length < LIMITS.rootFields,
    );
    const into = free ?? { fields: [], cost: 0 };
    if (!free) all.push(into);
    into.fields.push(`q${into.fields.length}: ${query.trim().slice(1, -1).trim()}`);
    into.cost += cost;
  }
  return all.map(({ fields }) => `{ ${fields.join(' ')} }`);
}

function queryCost(schema: GraphQLSchema, query: string): number {
  const document = parse(query);
  const [operation] = document.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION || operation.selectionSet.selections.length !== 1) {
    throw new Error(`not a query of one field: ${query}`);
  }
  return costOf(schema, document, operation, {});
}
