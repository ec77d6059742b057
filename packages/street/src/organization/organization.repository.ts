import { checkCommunityCode } from '@mtg/governance';
import { findReference, requireReference, listReference, PublicError } from '@mtg/subgraph-kit';
import type { DataSource } from 'typeorm';
import type { StreetProfile } from '../street-profile';
import { Community } from './community';
import { FunctionalCenter } from './functional-center';
import type { LocalCenter } from './local-center';

/** The street's own centers, in the order of its extras. */
export async function localCenters(database: DataSource, profile: StreetProfile): Promise<LocalCenter[]> {
  const entities = profile.extras.flatMap((extra) => extra.localCenters);
  const rows = await Promise.all(entities.map((entity) => listReference(database, entity)));
  return rows.flat();
}

/** The center of a code, one of the seven or the street's own; null when there is none. */
export async function findCenter(
  database: DataSource,
  profile: StreetProfile,
  code: string,
): Promise<FunctionalCenter | LocalCenter | null> {
  const functional = await findReference(database, FunctionalCenter, { code });
  return functional ?? (await localCenters(database, profile)).find((center) => center.code === code) ?? null;
}

/** The community of a code in this street; null when there is none. */
export const findCommunity = (database: DataSource, code: string): Promise<Community | null> =>
  findReference(database, Community, { code });

/**
 * One community by its code.
 *
 * @throws PublicError BAD_USER_INPUT when the code is malformed or another street's, NOT_FOUND when no community has it
 */
export async function communityByCode(
  database: DataSource,
  { identity }: StreetProfile,
  code: string,
): Promise<Community> {
  const refusal = checkCommunityCode(code, identity.divisionCode);
  if (refusal) {
    throw new PublicError('BAD_USER_INPUT', `${refusal.message.zh} · ${refusal.message.en}`, {
      field: 'code',
      street: identity.code,
    });
  }
  return requireReference(database, Community, code, { zh: '社区', en: 'community' });
}
