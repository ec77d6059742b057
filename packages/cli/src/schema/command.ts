import { buildFederatedSchema } from '@mtg/subgraph-kit';
import { SUBGRAPHS } from '@mtg/subgraphs';
import { Argument, Command } from 'commander';
import { loadSubgraph } from '../subgraph-module';

/** `mtg schema NAME`: the SDL of one subgraph, for tools that want a file. */
export const schemaCommand = (): Command =>
  new Command('schema')
    .description('输出一个子图的 SDL 全文 · Print the whole SDL of a subgraph')
    .addArgument(new Argument('<name>', '子图 · the subgraph').choices(SUBGRAPHS.map(({ name }) => name)))
    .action((name: string) => {
      const listing = SUBGRAPHS.find((each) => each.name === name);
      // `choices` lets no other name pass.
      if (listing) process.stdout.write(buildFederatedSchema(loadSubgraph(listing).definition).sdl);
    });
