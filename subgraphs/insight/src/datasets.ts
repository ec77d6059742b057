import { createRequire } from 'node:module';
import { STALE_AFTER_SECONDS } from '@mtg/bi-doors';
import { Catalogue, datasetsOf, storedFactsOf, viewsFor } from '@mtg/datasets';
import type { Class } from '@mtg/subgraph-kit';
import { DISTRICT, STREETS, subgraphFolder, type SubgraphListing } from '@mtg/subgraphs';
import { FEED_COLUMN, staleSql, type ViewsOver } from '@mtg/warehouse';

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

/** The views of the datasets over the copies that are there. */
export const viewsOver: ViewsOver = (sources) =>
  viewsFor(
    DATASETS,
    sources.map(({ name, ...source }) => ({
      ...source,
      schema: name,
      feed: FEED_COLUMN,
      stale: staleSql(name, STALE_AFTER_SECONDS),
    })),
  );
