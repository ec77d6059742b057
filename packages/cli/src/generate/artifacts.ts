import { join } from 'node:path';
import { renderAccessPage } from '@mtg/access';
import { composeSupergraph } from '@mtg/composition';
import { renderRulesPage, renderStateMachinesPage } from '@mtg/governance';
import { buildFederatedSchema, renderErrorsPage } from '@mtg/subgraph-kit';
import { subgraphFolder, SUBGRAPHS } from '@mtg/subgraphs';
import { loadSubgraph } from '../subgraph-module';

/** A file that is derived from the code and committed, so that a change to it shows in review. */
export interface Artifact {
  readonly path: string;
  readonly content: string;
}

const ROOT = join(subgraphFolder('.'), '..');

/**
 * All generated files: the SDL of each subgraph, the supergraph they compose to, and the pages of rules, state machines,
 * access and errors.
 *
 * @throws CompositionError when the subgraphs do not compose
 */
export function generateArtifacts(): readonly Artifact[] {
  const subgraphs = SUBGRAPHS.map((listing) => ({
    name: listing.name,
    url: `http://127.0.0.1:${listing.port}/graphql`,
    sdl: buildFederatedSchema(loadSubgraph(listing).definition).sdl,
  }));
  const { supergraphSdl } = composeSupergraph(subgraphs);
  return [
    ...subgraphs.map(({ name, sdl }) => ({
      path: join(subgraphFolder(name), 'schema.graphql'),
      content: sdl,
    })),
    { path: join(ROOT, 'gateway', 'supergraph.graphql'), content: supergraphSdl },
    { path: join(ROOT, 'docs', 'rules.md'), content: renderRulesPage() },
    { path: join(ROOT, 'docs', 'errors.md'), content: renderErrorsPage() },
    { path: join(ROOT, 'docs', 'access.md'), content: renderAccessPage() },
    { path: join(ROOT, 'docs', 'state-machines.md'), content: renderStateMachinesPage() },
  ];
}
