import { oneCommandRule } from './one-command-rule';
import { operationTypeRule } from './operation-type-rule';
import { queryLimitsRule } from './query-limits';

/** A district-wide question with every field has some hundred tokens, the introspection query some four hundred. */
const MOST_TOKENS = 5000;

/** What every Apollo Server of ours has in common, subgraph or gateway. */
export const commonApolloOptions = {
  introspection: true,
  includeStacktraceInErrorResponses: false,
  stringifyResult: (result: unknown): string => JSON.stringify(result),
  validationRules: [operationTypeRule, oneCommandRule, queryLimitsRule],
  parseOptions: { maxTokens: MOST_TOKENS },
  // Nothing here uses them, and a cache that clients fill is a cache to guard.
  persistedQueries: false as const,
  // The process is stopped by runService, once, in order.
  stopOnTerminationSignals: false,
};
