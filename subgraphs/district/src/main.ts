import { runSubgraph } from '@mtg/subgraph-kit';
import { definition } from './definition';

void runSubgraph(definition);
