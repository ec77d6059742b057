import { dirname, join } from 'node:path';
import { DISTRICT, subgraphFolder } from '@mtg/subgraphs';

/** The project's folder, found from the list of subgraphs, whether this file runs compiled or from its source. */
export const PROJECT_ROOT = dirname(dirname(subgraphFolder(DISTRICT.name)));

export const GATEWAY = 'gateway';

/** The program of a part; it exists once the project is built. */
export const programOf = (part: string): string =>
  part === GATEWAY
    ? join(PROJECT_ROOT, GATEWAY, 'dist', 'main.js')
    : join(subgraphFolder(part), 'dist', 'main.js');
