import { column, defineTable, type RowOf } from '@mtg/commands';
import { EnforcementAction } from './enforcement-action';
import { EnforcementTeamMember } from './enforcement-team-member';

/** A member of the team who took part in an action (R33). */
export const EnforcementParticipant = defineTable('EnforcementParticipant', {
  zh: '参加执法行动的队员',
  en: 'Member of the team who took part in an action',
  list: 'Members of the team who took part in actions',
  read: { group: 'ENFORCEMENT', via: 'actionId', listed: false },
  writes: 'APPEND_ONLY',
  columns: {
    actionId: column.ref(() => EnforcementAction, { name: 'action', inverse: 'participants' }),
    memberId: column.ref(() => EnforcementTeamMember, { name: 'member', inverse: 'participations' }),
  },
});

export type EnforcementParticipant = RowOf<typeof EnforcementParticipant>;
