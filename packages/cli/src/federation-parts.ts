import { Catalogue, datasetsOf, type Dataset } from '@mtg/datasets';
import { buildFederatedSchema } from '@mtg/subgraph-kit';
import {
  DISTRICT,
  STREETS,
  type FederatedListing,
  type StreetListing,
  type SubgraphListing,
} from '@mtg/subgraphs';
import { loadFolder, loadSubgraph } from './subgraph-module';

/** Exports of the package of the insight program. */
interface InsightModule {
  readonly insightSdl: (datasets: readonly Dataset[], streets: readonly StreetListing[]) => string;
}

/** Every dataset: those of each street's tables, extras included, and of the district's. */
export function loadDatasets(): readonly Dataset[] {
  const entitiesOf = (listing: SubgraphListing) => loadSubgraph(listing).definition.entities;
  return datasetsOf(new Catalogue({ street: STREETS.flatMap(entitiesOf), district: entitiesOf(DISTRICT) }));
}

/** The SDL of a part of the federation. The insight program's follows from the tables of all others. */
export function sdlOf(listing: FederatedListing): string {
  if (listing.kind !== 'insight') return buildFederatedSchema(loadSubgraph(listing).definition).sdl;
  const { insightSdl } = loadFolder(listing) as InsightModule; // its package exports it
  return insightSdl(loadDatasets(), STREETS);
}
