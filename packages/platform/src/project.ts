import { dirname, join } from 'node:path';
import { DISTRICT, subgraphFolder } from '@mtg/subgraphs';

/** The project's folder, found from the list of subgraphs, whether this file runs compiled or from its source. */
export const PROJECT_ROOT = dirname(dirname(subgraphFolder(DISTRICT.name)));

/** Default data directory. */
export const DEFAULT_DATA_DIRECTORY = join(PROJECT_ROOT, '.data');

export const GATEWAY = 'gateway';

/** The issuer of tokens for development. */
export const ISSUER = 'identity';

/** `mtg`, which does what is asked of a running platform. */
export const COMMAND_LINE = 'cli';

/** The program of a part; it exists once the project is built. */
export function programOf(part: string): string {
  if (part === GATEWAY) return join(PROJECT_ROOT, GATEWAY, 'dist', 'main.js');
  if (part === ISSUER) return join(PROJECT_ROOT, 'packages', ISSUER, 'dist', 'development', 'main.js');
  if (part === COMMAND_LINE) return join(PROJECT_ROOT, 'packages', COMMAND_LINE, 'dist', 'main.js');
  return join(subgraphFolder(part), 'dist', 'main.js');
}
