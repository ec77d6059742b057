import type { Dataset } from '@mtg/datasets';
import { LINK } from '@mtg/subgraph-kit';
import type { StreetListing } from '@mtg/subgraphs';
import { parse, print } from 'graphql';
import { groupTypes } from './group-types';
import { rootTypes } from './root-type';
import { rowTypes } from './row-types';
import { sharedTypes } from './shared-types';

/** The SDL of the subgraph: it follows from the datasets. */
export function insightSdl(datasets: readonly Dataset[], streets: readonly StreetListing[]): string {
  const types = [
    ...rootTypes(datasets),
    ...sharedTypes(streets),
    ...groupTypes(datasets),
    ...datasets.flatMap(rowTypes),
  ];
  return `${LINK}\n\n${print(parse(types.join('\n')))}\n`;
}
