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
  /** True if clients may query the schema and get suggestions for misspelt names. */
  readonly introspection: boolean;
}

/** Options common to every Apollo Server of the platform, subgraph or gateway. */
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

/** Rules that refuse an operation for its size. They come before all others, which may traverse it. */
export const sizePlugins = ({ limits }: ServerKind): ApolloServerPlugin[] => [
  documentLimitsPlugin(limits),
  queryCostPlugin(limits.cost),
];
