export { composeSupergraph, type ComposedSupergraph, type CompositionWarning } from './compose';
export { CompositionError } from './composition-error';
export type { CompositionProblem } from './problem';
export type { SubgraphSource } from './subgraph-source';
export { schemaDifference } from './schema-difference';
