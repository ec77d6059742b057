import { ROLE_ENTRIES, type Actor } from '@mtg/access';
import type { FindOptionsWhere } from 'typeorm';
import type { Message } from './message';

/** The messages of a street that are addressed to a person, by role and place; none to people of other streets. */
export function addressedTo(
  { subject, role, street, center, community, department }: Actor,
  owner: string,
): FindOptionsWhere<Message>[] {
  if (ROLE_ENTRIES[role].required.includes('street') && street !== owner) return [];
  const places = Object.entries({ CENTER: center, COMMUNITY: community, DEPARTMENT: department }).flatMap(
    ([placeKind, place]) => (place === undefined ? [] : [{ role, placeKind, place }]),
  );
  return [{ role, placeKind: '', place: '' }, ...places, { role: '', placeKind: 'PERSON', place: subject }];
}
