import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { StreetProfile } from '@mtg/street';
import { EXIT } from '@mtg/service-kit/basics';
import type { SubgraphDefinition } from '@mtg/subgraph-kit';
import { subgraphFolder, type FederatedListing, type SubgraphListing } from '@mtg/subgraphs';
import { CommandFailure } from './command-failure';

/** Exports of the package in a subgraph's folder. */
export interface SubgraphModule {
  readonly definition: SubgraphDefinition;
}

export interface StreetModule extends SubgraphModule {
  readonly profile: StreetProfile;
}

/** A folder is a package; `import()` would want the file. */
const load = createRequire(__filename);

/**
 * Loads a subgraph by its line in the list, so that this package names none of them. Only that subgraph: most commands need no
 * other, and some need none.
 *
 * @throws CommandFailure naming what to build
 */
export const loadSubgraph = (listing: SubgraphListing): SubgraphModule =>
  // Each subgraph's package exports its definition.
  loadFolder(listing) as SubgraphModule;

/**
 * Loads the package in a folder of the federation.
 *
 * @throws CommandFailure naming what to build
 */
export function loadFolder({ name, title }: FederatedListing): unknown {
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

export const loadStreet = (listing: SubgraphListing): StreetModule => loadSubgraph(listing) as StreetModule;
