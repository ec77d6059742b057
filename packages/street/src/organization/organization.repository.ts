import { PublicError } from '@mtg/subgraph-kit';
import { checkCommunityCode } from '@mtg/governance';
import { IsNull, type DataSource } from 'typeorm';
import type { StreetProfile } from '../street-profile';
import { Community } from './community';
import type { CommunityFilter } from './community-filter';
import { FunctionalCenter } from './functional-center';
import type { LocalCenter } from './local-center';

/** The seven in the order of their numbers. */
export const functionalCenters = (database: DataSource): Promise<FunctionalCenter[]> =>
  database.getRepository(FunctionalCenter).find({ where: { deletedAt: IsNull() }, order: { number: 'ASC' } });

/** The street's own centers, in the order of its extras. */
export async function localCenters(database: DataSource, profile: StreetProfile): Promise<LocalCenter[]> {
  const entities = profile.extras.flatMap((extra) => extra.localCenters);
  const rows = await Promise.all(
    entities.map((entity) => database.getRepository(entity).find({ where: { deletedAt: IsNull() } })),
  );
  return rows.flat();
}

/** Communities in the order of their codes; with `updatedSince`, withdrawn ones too. */
export function communities(database: DataSource, filter: CommunityFilter = {}): Promise<Community[]> {
  const query = database.getRepository(Community).createQueryBuilder('community').orderBy('community.code');
  if (filter.updatedSince) query.andWhere('community.updatedAt > :since', { since: filter.updatedSince });
  else query.andWhere('community.deletedAt IS NULL');
  if (filter.nameContains) query.andWhere('strpos(community.name, :text) > 0', { text: filter.nameContains });
  return query.getMany();
}

/**
 * One community by its code, or null when the street has none of that code.
 *
 * @throws PublicError BAD_USER_INPUT when the code is malformed, or is another street's: the answer "none" would
 * mislead there
 */
export async function communityByCode(
  database: DataSource,
  { identity }: StreetProfile,
  code: string,
): Promise<Community | null> {
  const refusal = checkCommunityCode(code, identity.divisionCode);
  if (refusal) {
    throw new PublicError('BAD_USER_INPUT', `${refusal.message.zh} · ${refusal.message.en}`, {
      field: 'code',
      street: identity.code,
    });
  }
  return database.getRepository(Community).findOneBy({ code, deletedAt: IsNull() });
}
