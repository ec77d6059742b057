import { join } from 'node:path';
import { renderAccessPage } from '@mtg/access';
import { declaredTables, renderSharingPage } from '@mtg/commands';
import { composeSupergraph } from '@mtg/composition';
import { renderDatasetsPage } from '@mtg/datasets';
import { renderRulesPage, renderStateMachinesPage } from '@mtg/governance';
import { launcherHelp } from '@mtg/platform';
import { renderErrorsPage } from '@mtg/subgraph-kit';
import { FEDERATED, subgraphFolder, SUBGRAPHS } from '@mtg/subgraphs';
import type { Command } from 'commander';
import { loadDatasets, sdlOf } from '../federation-parts';
import { loadSubgraph } from '../subgraph-module';
import { renderFoldersPage } from './folders-page';
import { helpTexts } from './help';
import { renderQuestionsPage } from './questions-page';
import { ruleProofs } from './rule-proofs';
import { commonStreetSchema, ownSchema } from './street-schema';

/** A file that is derived from the code and committed, so that a change to it shows in review. */
export interface Artifact {
  readonly path: string;
  readonly content: string;
}

const ROOT = join(subgraphFolder('.'), '..');

/**
 * All generated files: the SDL of every part of the federation, what each street has beyond it, the supergraph, the
 * pages of docs, and the help of `npm start` and `mtg`.
 *
 * @param program `mtg` with all its commands
 *
 * @throws CompositionError when the subgraphs do not compose
 * @throws UnprovenRule when an enforced rule is called nowhere or has no test
 */
export function generateArtifacts(program: Command): readonly Artifact[] {
  const definitions = SUBGRAPHS.map((listing) => loadSubgraph(listing).definition);
  const subgraphs = FEDERATED.map((listing) => ({
    listing,
    name: listing.name,
    url: `http://127.0.0.1:${listing.port}/graphql`,
    sdl: sdlOf(listing),
  }));
  // The streets' tables are the same classes.
  const tables = new Set(definitions.flatMap(({ entities }) => declaredTables(entities)));
  const common = commonStreetSchema();
  const { supergraphSdl } = composeSupergraph(subgraphs);
  return [
    { path: join(ROOT, 'packages', 'street', 'schema.graphql'), content: common },
    ...subgraphs.map(({ listing, name, sdl }) => ({
      path: join(subgraphFolder(name), 'schema.graphql'),
      content: listing.kind === 'street' ? ownSchema(listing, sdl, common) : sdl,
    })),
    { path: join(ROOT, 'gateway', 'supergraph.graphql'), content: supergraphSdl },
    { path: join(ROOT, 'docs', 'rules.md'), content: renderRulesPage(ruleProofs(ROOT)) },
    { path: join(ROOT, 'docs', 'errors.md'), content: renderErrorsPage() },
    { path: join(ROOT, 'docs', 'sharing.md'), content: renderSharingPage([...tables]) },
    { path: join(ROOT, 'docs', 'datasets.md'), content: renderDatasetsPage(loadDatasets()) },
    { path: join(ROOT, 'docs', 'access.md'), content: renderAccessPage() },
    { path: join(ROOT, 'docs', 'state-machines.md'), content: renderStateMachinesPage() },
    { path: join(ROOT, 'docs', 'folders.md'), content: renderFoldersPage(ROOT) },
    { path: join(ROOT, 'docs', 'questions.md'), content: renderQuestionsPage(ROOT, 'en') },
    { path: join(ROOT, 'docs', 'questions.zh-CN.md'), content: renderQuestionsPage(ROOT, 'zh') },
    { path: join(ROOT, 'packages', 'platform', 'help.txt'), content: launcherHelp() },
    {
      path: join(ROOT, 'packages', 'cli', 'help.json'),
      content: `${JSON.stringify(helpTexts(program), undefined, 2)}\n`,
    },
  ];
}
