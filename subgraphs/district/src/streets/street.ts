import {
  createStreetInterface,
  createStreetObject,
  type StreetClass,
  type StreetFields,
} from '@mtg/subgraph-kit';
import { STREETS } from '@mtg/subgraphs';

/** The interface as the district serves it: what it knows itself, and so what is there while a street is down. */
export const Street: StreetClass = createStreetInterface();

/**
 * The concrete type of each listed street, known by key; the street's own subgraph has the rest of it. A fifth street
 * is a line in the list and nothing here.
 */
export const STREET_STUBS = STREETS.map((listing) => ({
  listing,
  type: createStreetObject(Street, listing),
}));

/** The street with this code. Null if the district has none. */
export function findStreet(code: string): StreetFields | null {
  const stub = STREET_STUBS.find(({ listing }) => listing.code === code);
  return stub ? new stub.type() : null;
}
