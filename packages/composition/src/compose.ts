import { composeServices } from '@apollo/composition';
import { CompositionError } from './composition-error';
import { parseAll } from './parse';
import type { SubgraphSource } from './subgraph-source';
import { problemOf, type CompositionProblem } from './problem';

/** Something that composes, but that a reviewer may want to see. */
export interface CompositionWarning {
  /** The composer's code, e.g. `INCONSISTENT_INPUT_OBJECT_FIELD`. */
  readonly code: string;
  /** e.g. `Center.phone`; undefined when it concerns no single definition. */
  readonly coordinate: string | undefined;
  readonly message: string;
}

export interface ComposedSupergraph {
  /** The same subgraphs in the same order give the same text. */
  readonly supergraphSdl: string;
  readonly warnings: readonly CompositionWarning[];
}

/**
 * Composes the subgraphs into one supergraph and checks that every query can be answered.
 *
 * @throws CompositionError with a sentence per problem that names subgraph, field and correction
 */
export function composeSupergraph(subgraphs: readonly SubgraphSource[]): ComposedSupergraph {
  const parsed = parseAll(subgraphs);
  const result = composeServices(
    parsed.map(({ name, url, document }) => ({ name, url, typeDefs: document })),
  );
  if (result.errors)
    throw new CompositionError(withoutRepetition(result.errors.map((error) => problemOf(error, parsed))));
  return {
    supergraphSdl: `${result.supergraphSdl.trimEnd()}\n`,
    warnings: result.hints.map(({ definition, coordinate, message }) => ({
      code: definition.code,
      coordinate,
      message,
    })),
  };
}

/** The composer reports a field that cannot be reached once per way to it; the first report says enough. */
function withoutRepetition(problems: readonly CompositionProblem[]): CompositionProblem[] {
  const byPlace = new Map<string, CompositionProblem>();
  for (const problem of problems) {
    const { code, subgraphs, coordinates, sentence } = problem;
    const place = coordinates.length > 0 ? [code, ...subgraphs, ...coordinates].join(' ') : sentence;
    if (!byPlace.has(place)) byPlace.set(place, problem);
  }
  return [...byPlace.values()];
}
