import { FEDERATED } from '@mtg/subgraphs';
import { Argument, Command } from 'commander';
import { sdlOf } from '../federation-parts';

/** `mtg schema NAME`: the SDL of one subgraph, for tools that want a file. */
export const schemaCommand = (): Command =>
  new Command('schema')
    .description('输出一个子图的 SDL 全文 · Print the whole SDL of a subgraph')
    .addArgument(new Argument('<name>', '子图 · the subgraph').choices(FEDERATED.map(({ name }) => name)))
    .action((name: string) => {
      const listing = FEDERATED.find((each) => each.name === name);
      // `choices` lets no other name pass.
      if (listing) process.stdout.write(sdlOf(listing));
    });
