import { createRequire } from 'node:module';
import { Catalogue, datasetsOf, storedFactsOf } from '@mtg/datasets';
import type { Class } from '@mtg/subgraph-kit';
import { DISTRICT, STREETS, subgraphFolder, type SubgraphListing } from '@mtg/subgraphs';

/** A folder is a package; `import()` would want the file. */
const load = createRequire(__filename);

/** The entities of a subgraph, by its line in the list: this folder names none of the others. */
const entitiesOf = ({ name }: SubgraphListing): readonly Class[] => {
  // Each subgraph's package exports its definition.
  const { definition } = load(subgraphFolder(name)) as {
    readonly definition: { readonly entities: readonly Class[] };
  };
  return definition.entities;
};

const catalogue = new Catalogue({ street: STREETS.flatMap(entitiesOf), district: entitiesOf(DISTRICT) });

/** All datasets: those of every street's tables, extras included, and of the district's. */
export const DATASETS = datasetsOf(catalogue);

/** Tables that the warehouse computes and stores beside the copies. */
export const FACTS = storedFactsOf(catalogue);
