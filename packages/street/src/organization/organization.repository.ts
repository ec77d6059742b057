import { checkCommunityCode } from '@mtg/governance';
import { findReference, requireReference, listReference, refuse, type Repositories } from '@mtg/subgraph-kit';
import type { StreetProfile } from '../foundation/street-profile';
import { Community } from './community';
import { FunctionalCenter } from './functional-center';
import type { LocalCenter } from '../foundation/local-center';
import { localCenterEntities } from './local-center-entities';

/** The street's own centers: those of its extras in their order, then those added by decisions. */
export async function localCenters(database: Repositories, profile: StreetProfile): Promise<LocalCenter[]> {
  const found: LocalCenter[] = [];
  // One after another: a transaction has one connection.
  for (const entity of localCenterEntities(profile)) {
    found.push(...(await listReference(database, entity)));
  }
  return found;
}

/** The center of a code, one of the seven or the street's own; null when there is none. */
export async function findCenter(
  database: Repositories,
  profile: StreetProfile,
  code: string,
): Promise<FunctionalCenter | LocalCenter | null> {
  for (const entity of [FunctionalCenter, ...localCenterEntities(profile)]) {
    const center = await findReference<FunctionalCenter | LocalCenter>(database, entity, { code });
    if (center) return center;
  }
  return null;
}

/** Every center of the street: the seven in the order of their numbers, then its own. */
export async function allCenters(
  database: Repositories,
  profile: StreetProfile,
): Promise<readonly (FunctionalCenter | LocalCenter)[]> {
  const seven = await listReference(database, FunctionalCenter, { orderBy: 'number' });
  return [...seven, ...(await localCenters(database, profile))];
}

/** Every center that the street has or had, by entity and code. Closed ones are among them, since rows still name them. */
export async function everyCenter(
  database: Repositories,
  profile: StreetProfile,
): Promise<readonly (FunctionalCenter | LocalCenter)[]> {
  const found: (FunctionalCenter | LocalCenter)[] = [];
  // One after another: a transaction has one connection.
  for (const entity of [FunctionalCenter, ...localCenterEntities(profile)]) {
    found.push(...(await database.getRepository<FunctionalCenter | LocalCenter>(entity).find()));
  }
  return found;
}

/** The community of a code in this street; null when there is none. */
export const findCommunity = (database: Repositories, code: string): Promise<Community | null> =>
  findReference(database, Community, { code });

/**
 * One community by its code.
 *
 * @throws PublicError BAD_USER_INPUT when the code is malformed or another street's, NOT_FOUND when no community has it
 */
export async function communityByCode(
  database: Repositories,
  { identity }: StreetProfile,
  code: string,
): Promise<Community> {
  const refusal = checkCommunityCode(code, identity.divisionCode);
  if (refusal) {
    throw refuse.because('BAD_USER_INPUT', refusal.message, { field: 'code', street: identity.code });
  }
  return requireReference(database, Community, code, { zh: '社区', en: 'community' });
}
