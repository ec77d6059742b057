import { checkCommunityCode } from '@mtg/governance';
import { requireReference, listReference, PublicError } from '@mtg/subgraph-kit';
import type { DataSource } from 'typeorm';
import type { StreetProfile } from '../street-profile';
import { Community } from './community';
import type { LocalCenter } from './local-center';

/** The street's own centers, in the order of its extras. */
export async function localCenters(database: DataSource, profile: StreetProfile): Promise<LocalCenter[]> {
  const entities = profile.extras.flatMap((extra) => extra.localCenters);
  const rows = await Promise.all(entities.map((entity) => listReference(database, entity)));
  return rows.flat();
}

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
