import { commandsOf } from '@mtg/commands';
import type { SubgraphContext } from '@mtg/subgraph-kit';

export const { defineCommand } = commandsOf(({ owner }: SubgraphContext) => ({ owner }));
