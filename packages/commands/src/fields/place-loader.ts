import type { SubgraphContext } from '@mtg/subgraph-kit';
import DataLoader from 'dataloader';

type Batch<Value> = (ids: readonly string[]) => Promise<readonly Value[]>;

/** DataLoaders of one operation, by what they are for. */
const loaders = new WeakMap<SubgraphContext, Map<unknown, DataLoader<string, unknown>>>();

/**
 * The loader of one operation for a place in its document, or for a table: all that ask it are asked for the same.
 *
 * @param place the nodes of a field, which are one array for all rows in a place; or a table
 */
export function loaderOf<Value>(
  context: SubgraphContext,
  place: object,
  batch: () => Batch<Value>,
): DataLoader<string, Value> {
  const ofOperation = loaders.get(context) ?? new Map<unknown, DataLoader<string, unknown>>();
  loaders.set(context, ofOperation);
  const known = ofOperation.get(place);
  // Stored under the place, whose batch function has these types.
  if (known) return known as DataLoader<string, Value>;
  const loader = new DataLoader<string, Value>(batch());
  ofOperation.set(place, loader);
  return loader;
}
