import { GraphQLError, parse } from 'graphql';
import { CompositionError } from './composition-error';
import type { ParsedSubgraph, SubgraphSource } from './subgraph-source';
import { problem, type CompositionProblem } from './problem';

/** @throws CompositionError naming every subgraph whose SDL is not GraphQL, with line and column */
export function parseAll(subgraphs: readonly SubgraphSource[]): ParsedSubgraph[] {
  const parsed: ParsedSubgraph[] = [];
  const problems: CompositionProblem[] = [];
  for (const { name, url, sdl } of subgraphs) {
    try {
      parsed.push({ name, url, document: parse(sdl) });
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      const [at] = error.locations ?? [];
      const place = at ? [`${at.line}:${at.column}`] : [];
      problems.push(problem('SYNTAX_ERROR', [name], place, error.message));
    }
  }
  if (problems.length > 0) throw new CompositionError(problems);
  return parsed;
}
