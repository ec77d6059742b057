import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { StreetProfile } from '@mtg/street';
import { EXIT } from '@mtg/service-kit/basics';
import { Catalogue, datasetsOf, type Dataset } from '@mtg/datasets';
import { buildFederatedSchema, type SubgraphDefinition } from '@mtg/subgraph-kit';
import {
  DISTRICT,
  STREETS,
  subgraphFolder,
  type FederatedListing,
  type StreetListing,
  type SubgraphListing,
} from '@mtg/subgraphs';
import { CommandFailure } from './command-failure';

/** Exports of the package in a subgraph's folder. */
export interface SubgraphModule {
  readonly definition: SubgraphDefinition;
}

/** Exports of the package of the insight program. */
interface InsightModule {
  readonly insightSdl: (datasets: readonly Dataset[], streets: readonly StreetListing[]) => string;
}

export interface StreetModule extends SubgraphModule {
  readonly profile: StreetProfile;
}

/** A folder is a package; `import()` would want the file. */
const load = createRequire(__filename);

/**
 * Loads a subgraph by its line in the list, so that this package names none of them.
 *
 * @throws CommandFailure naming what to build
 */
export const loadSubgraph = (listing: SubgraphListing): SubgraphModule =>
  // Each subgraph's package exports its definition.
  loadFolder(listing) as SubgraphModule;

function loadFolder({ name, title }: FederatedListing): unknown {
  const folder = subgraphFolder(name);
  if (!existsSync(join(folder, 'dist', 'index.js'))) {
    throw new CommandFailure(
      EXIT.FAILURE,
      `${title}的子图尚未构建：请运行 npx tsc -b subgraphs/${name}，或 npm run build 构建全部 · ` +
        `The subgraph ${name} is not built yet. Run npx tsc -b subgraphs/${name}, or npm run build for all`,
    );
  }
  return load(folder);
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

export const loadStreet = (listing: SubgraphListing): StreetModule => loadSubgraph(listing) as StreetModule;
