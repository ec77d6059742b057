import { join } from 'node:path';
import { readCsv } from '@mtg/subgraph-kit';
import { STREETS, subgraphFolder } from '@mtg/subgraphs';

/** How many communities each street begins with, by its code: what its folder lists. */
export const COMMUNITIES: Readonly<Record<string, number>> = Object.fromEntries(
  STREETS.map(({ code, name }) => [
    code,
    readCsv(join(subgraphFolder(name), 'data', 'communities.csv')).length,
  ]),
);
