import type { ApolloServerPlugin } from '@apollo/server';
import type { ValidationRule } from 'graphql';
import { documentLimitsPlugin } from './document-limits';
import { noIntrospectionRule } from './introspection-rule';
import { operationTypeRule } from './operation-type-rule';
import { variableNamesRule } from './variable-names-rule';
import { queryCostPlugin } from './query-cost';
import type { QueryLimits } from './query-limits';

/** In what Apollo Servers of ours differ. */
export interface ServerKind {
  readonly limits: QueryLimits;
  /** Whether clients may ask for the schema, and are told what they might have meant. */
  readonly introspection: boolean;
}

/** What every Apollo Server of ours has in common, subgraph or gateway. */
export const commonApolloOptions = ({ limits, introspection }: ServerKind) => ({
  // Refused by a rule of our own, which speaks Chinese too.
  introspection: true,
  includeStacktraceInErrorResponses: false,
  stringifyResult: (result: unknown): string => JSON.stringify(result),
  validationRules: [
    operationTypeRule,
    variableNamesRule,
    ...(introspection ? [] : [noIntrospectionRule]),
  ] as ValidationRule[],
  // “Did you mean” names parts of the schema one after another to a client that guesses.
  validationOptions: { hideSuggestions: !introspection },
  parseOptions: { maxTokens: limits.tokens },
  // Nothing here uses them, and a cache that clients fill is a cache to guard.
  persistedQueries: false as const,
  // The process is stopped by runService, once, in order.
  stopOnTerminationSignals: false,
});

/** What refuses an operation for its size; to be listed before all others, which may take it apart. */
export const sizePlugins = ({ limits }: ServerKind): ApolloServerPlugin[] => [
  documentLimitsPlugin(limits),
  queryCostPlugin(limits.cost),
];
