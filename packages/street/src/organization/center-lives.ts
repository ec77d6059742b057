import type { TransactionManager } from '@mtg/commands';
import { daysOf, localDay, type LocalDay, type Period } from '@mtg/governance';
import type { StreetProfile } from '../foundation/street-profile';
import { everyCenter } from './organization.repository';

/** A center with the days from which and until which the street has it; null where they are not limited. */
export interface CenterLife {
  readonly code: string;
  readonly name: string;
  readonly since: LocalDay | null;
  readonly until: LocalDay | null;
}

/**
 * Every center that the street has or had. An added center is there from the decision that added it to the one that closed it,
 * both days included.
 */
export async function centerLives(
  manager: TransactionManager,
  profile: StreetProfile,
): Promise<readonly CenterLife[]> {
  const decided: readonly Pick<CenterLife, 'code' | 'since' | 'until'>[] = await manager.query(
    `SELECT center.code, (added.decided_at AT TIME ZONE 'Asia/Shanghai')::date::text AS since,
       (closing.decided_at AT TIME ZONE 'Asia/Shanghai')::date::text AS until
     FROM plain_local_center center JOIN committee_decision added ON added.id = center.decision_id
     LEFT JOIN committee_decision closing ON closing.id = center.closing_decision_id`,
  );
  const spans = new Map(decided.map(({ code, since, until }) => [code, { since, until }]));
  return (await everyCenter(manager, profile)).map(({ code, name, deletedAt }) => ({
    code,
    name,
    ...(spans.get(code) ?? { since: null, until: deletedAt && localDay(deletedAt) }),
  }));
}

/** True if a center was there on some day of a period. */
export function isThereIn({ since, until }: Pick<CenterLife, 'since' | 'until'>, period: Period): boolean {
  const days = daysOf(period);
  return days !== undefined && (since ?? days.last) <= days.last && (until ?? days.first) >= days.first;
}

/** True if a center was there from the first day of a period to its last. */
export function isThereThrough(
  { since, until }: Pick<CenterLife, 'since' | 'until'>,
  period: Period,
): boolean {
  const days = daysOf(period);
  return days !== undefined && (since ?? days.first) <= days.first && (until ?? days.last) >= days.last;
}
