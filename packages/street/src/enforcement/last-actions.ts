import type { LocalDay } from '@mtg/governance';
import type { StreetTransaction } from '../foundation/street-commands';
import { EnforcementAction } from './enforcement-action';
import type { EnforcementMandate } from './enforcement-mandate';
import type { EnforcementTeamMember } from './enforcement-team-member';

/** The last day on which an action under a mandate is recorded, or null. */
export async function lastActionUnder(
  transaction: StreetTransaction,
  { id: mandateId }: EnforcementMandate,
): Promise<LocalDay | null> {
  const days = (await transaction.list(EnforcementAction, { mandateId })).map(({ day }) => day);
  return days.toSorted().at(-1) ?? null;
}

/**
 * The last day of an action that rests on a member of the team: the person took part, or was the only one of the mandating
 * department. Null without one.
 */
export async function lastActionNeeding(
  { manager }: StreetTransaction,
  { id, teamId, departmentCode }: EnforcementTeamMember,
): Promise<LocalDay | null> {
  const [row]: readonly { readonly day: LocalDay | null }[] = await manager.query(
    `SELECT max(action.day)::text AS day FROM enforcement_action action
     JOIN enforcement_mandate mandate ON mandate.id = action.mandate_id
     WHERE action.team_id = $1 AND (
       EXISTS (SELECT FROM enforcement_participant took WHERE took.action_id = action.id AND took.member_id = $2)
       OR mandate.department_code = $3 AND NOT EXISTS (
         SELECT FROM enforcement_team_member other
         WHERE other.team_id = $1 AND other.id <> $2 AND other.department_code = $3 AND other.since_on <= action.day
           AND (other.until_on IS NULL OR action.day <= other.until_on)))`,
    [teamId, id, departmentCode],
  );
  return row?.day ?? null;
}
