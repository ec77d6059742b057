import { runSubgraph } from '@mtg/street';
import { definition } from './index';

void runSubgraph(definition);
