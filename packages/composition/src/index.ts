export {
  composeSupergraph,
  type ComposedSupergraph,
  type CompositionWarning,
  type SubgraphSource,
} from './compose';
export { CompositionError } from './composition-error';
export type { CompositionProblem } from './problem';
