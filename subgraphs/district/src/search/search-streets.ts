import type { SearchHit } from '@mtg/subgraph-kit';
import { STREETS } from '@mtg/subgraphs';
import { searchListed } from './search-listed';

const LISTED_STREETS = STREETS.map(({ typeName, code, title, divisionCode }) => ({
  typeName,
  code,
  name: title,
  citation: `nbs:${divisionCode}`,
  fields: { name: title, code, divisionCode },
}));

export const searchStreets = (text: string): SearchHit[] => searchListed(text, LISTED_STREETS);
